namespace Melanchall.DryWetMidi.Core;

/// <summary>What to do with a format other than 0, 1 and 2.</summary>
public enum UnknownFileFormatPolicy
{
    /// <summary>Go on; <see cref="MidiFile.OriginalFormat"/> then throws.</summary>
    Ignore = 0,

    /// <summary>Throw an <see cref="UnknownFileFormatException"/>.</summary>
    Abort,
}
