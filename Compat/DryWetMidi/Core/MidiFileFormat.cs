namespace Melanchall.DryWetMidi.Core;

/// <summary>How a file arranges its tracks; the value is the header's format.</summary>
public enum MidiFileFormat : ushort
{
    /// <summary>One track holds everything.</summary>
    SingleTrack = 0,

    /// <summary>Tracks that sound together.</summary>
    MultiTrack = 1,

    /// <summary>Tracks that are pieces of their own.</summary>
    MultiSequence = 2,
}
