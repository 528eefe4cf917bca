using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A status byte means nothing in a MIDI file.</summary>
public sealed class UnknownChannelEventException : MidiException
{
    internal UnknownChannelEventException(FourBitNumber statusByte, FourBitNumber channel)
        : base($"A track has the status byte 0x{(statusByte << 4) | channel:X2}, which means nothing in a file.")
    {
        StatusByte = statusByte;
        Channel = channel;
    }

    /// <summary>The upper four bits of the status byte.</summary>
    public FourBitNumber StatusByte { get; }

    /// <summary>Its lower four bits.</summary>
    public FourBitNumber Channel { get; }
}
