using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The header's format is none of 0, 1 and 2.</summary>
public sealed class UnknownFileFormatException : MidiException
{
    internal UnknownFileFormatException(ushort fileFormat)
        : base($"The header gives the file format {fileFormat}; the formats are 0, 1 and 2.")
        => FileFormat = fileFormat;

    /// <summary>The format in the header.</summary>
    public ushort FileFormat { get; }
}
