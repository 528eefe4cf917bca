using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The data ends before what it announces is complete.</summary>
public sealed class NotEnoughBytesException : MidiException
{
    internal NotEnoughBytesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal NotEnoughBytesException(string message, long expectedCount, long actualCount)
        : base(message)
    {
        ExpectedCount = expectedCount;
        ActualCount = actualCount;
    }

    /// <summary>How many bytes were needed; 0 when another such exception is inside this one.</summary>
    public long ExpectedCount { get; }

    /// <summary>How many were left; 0 when another such exception is inside this one.</summary>
    public long ActualCount { get; }
}
