using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The pitch wheel moves.</summary>
public sealed class PitchBendEvent : ChannelEvent
{
    /// <summary>0: as far down as it goes.</summary>
    public const ushort MinPitchValue = 0;

    /// <summary>16383: as far up as it goes.</summary>
    public const ushort MaxPitchValue = (1 << 14) - 1;

    /// <summary>8192: at rest.</summary>
    public const ushort DefaultPitchValue = 1 << 13;

    /// <summary>The wheel at rest.</summary>
    public PitchBendEvent()
        : this(DefaultPitchValue)
    {
    }

    /// <summary>A position of the wheel, on channel 0.</summary>
    /// <param name="pitchValue">0 to 16383.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is greater than 16383.</exception>
    public PitchBendEvent(ushort pitchValue)
        : base(MidiEventType.PitchBend) => PitchValue = pitchValue;

    /// <summary>The wheel's position, 0 to 16383.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is greater than 16383.</exception>
    public ushort PitchValue
    {
        get => (ushort)((SecondDataByte << 7) | FirstDataByte);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxPitchValue);
            FirstDataByte = (SevenBitNumber)(byte)(value & 0x7F);
            SecondDataByte = (SevenBitNumber)(byte)(value >> 7);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"Pitch Bend [{Channel}] ({PitchValue})";

    private protected override ChannelEvent New() => new PitchBendEvent();
}
