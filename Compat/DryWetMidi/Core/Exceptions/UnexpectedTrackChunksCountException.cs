using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The header counts other than the number of tracks in the file.</summary>
public sealed class UnexpectedTrackChunksCountException : MidiException
{
    internal UnexpectedTrackChunksCountException(int expectedCount, int actualCount)
        : base($"The header announces {expectedCount} track chunks; the file has {actualCount}.")
    {
        ExpectedCount = expectedCount;
        ActualCount = actualCount;
    }

    /// <summary>The number in the header.</summary>
    public int ExpectedCount { get; }

    /// <summary>The number in the file.</summary>
    public int ActualCount { get; }
}
