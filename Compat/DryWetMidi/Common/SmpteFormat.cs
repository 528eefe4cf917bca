namespace Melanchall.DryWetMidi.Common;

/// <summary>SMPTE frame rates; the value is the number that a MIDI file stores.</summary>
public enum SmpteFormat : byte
{
    /// <summary>24 frames a second.</summary>
    TwentyFour = 24,

    /// <summary>25 frames a second.</summary>
    TwentyFive = 25,

    /// <summary>30 frames a second with dropped frame numbers, 29.97 in effect.</summary>
    ThirtyDrop = 29,

    /// <summary>30 frames a second.</summary>
    Thirty = 30,
}
