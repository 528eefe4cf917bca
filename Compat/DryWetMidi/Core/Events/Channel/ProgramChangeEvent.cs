using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A channel takes an instrument.</summary>
public sealed class ProgramChangeEvent : ChannelEvent
{
    /// <summary>Program 0.</summary>
    public ProgramChangeEvent()
        : base(MidiEventType.ProgramChange)
    {
    }

    /// <summary>A program, on channel 0.</summary>
    /// <param name="programNumber">The program, from 0; 0 is a grand piano in General MIDI.</param>
    public ProgramChangeEvent(SevenBitNumber programNumber)
        : this() => ProgramNumber = programNumber;

    /// <summary>The program, from 0.</summary>
    public SevenBitNumber ProgramNumber
    {
        get => FirstDataByte;
        set => FirstDataByte = value;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Program Change [{Channel}] ({ProgramNumber})";

    internal override int DataBytesCount => 1;

    private protected override ChannelEvent New() => new ProgramChangeEvent();
}
