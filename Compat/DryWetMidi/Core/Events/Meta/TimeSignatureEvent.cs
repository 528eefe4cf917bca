using System.Numerics;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The time signature changes.</summary>
public sealed class TimeSignatureEvent : MetaEvent
{
    /// <summary>4.</summary>
    public const byte DefaultNumerator = 4;

    /// <summary>4.</summary>
    public const byte DefaultDenominator = 4;

    /// <summary>24: a click each quarter note.</summary>
    public const byte DefaultClocksPerClick = 24;

    /// <summary>8.</summary>
    public const byte DefaultThirtySecondNotesPerBeat = 8;

    private byte _denominator = DefaultDenominator;

    /// <summary>4/4.</summary>
    public TimeSignatureEvent()
        : base(MidiEventType.TimeSignature)
    {
    }

    /// <summary>A time signature.</summary>
    /// <param name="numerator">Beats in a measure.</param>
    /// <param name="denominator">The note that is a beat: a power of two.</param>
    /// <exception cref="ArgumentException">The denominator is no power of two.</exception>
    public TimeSignatureEvent(byte numerator, byte denominator)
        : this(numerator, denominator, DefaultClocksPerClick, DefaultThirtySecondNotesPerBeat)
    {
    }

    /// <summary>A time signature, and how a metronome should click.</summary>
    /// <param name="numerator">Beats in a measure.</param>
    /// <param name="denominator">The note that is a beat: a power of two.</param>
    /// <param name="clocksPerClick">MIDI clocks in a click; a quarter note has 24.</param>
    /// <param name="thirtySecondNotesPerBeat">32nd notes in 24 MIDI clocks.</param>
    /// <exception cref="ArgumentException">The denominator is no power of two.</exception>
    public TimeSignatureEvent(byte numerator, byte denominator, byte clocksPerClick, byte thirtySecondNotesPerBeat)
        : this()
    {
        Numerator = numerator;
        Denominator = denominator;
        ClocksPerClick = clocksPerClick;
        ThirtySecondNotesPerBeat = thirtySecondNotesPerBeat;
    }

    /// <summary>Beats in a measure; a damaged file may have 0.</summary>
    public byte Numerator { get; set; } = DefaultNumerator;

    /// <summary>The note that is a beat: 1, 2, 4, … 128.</summary>
    /// <exception cref="ArgumentException">The value is no power of two.</exception>
    public byte Denominator
    {
        get => _denominator;
        set => _denominator = BitOperations.IsPow2(value)
            ? value
            : throw new ArgumentException($"The denominator {value} is no power of two.", nameof(value));
    }

    /// <summary>MIDI clocks in a click; a quarter note has 24.</summary>
    public byte ClocksPerClick { get; set; } = DefaultClocksPerClick;

    /// <summary>32nd notes in 24 MIDI clocks.</summary>
    public byte ThirtySecondNotesPerBeat { get; set; } = DefaultThirtySecondNotesPerBeat;

    /// <summary>Whether this is 4/4 with the usual clicks.</summary>
    internal bool IsDefault =>
        Numerator == DefaultNumerator && Denominator == DefaultDenominator
        && ClocksPerClick == DefaultClocksPerClick && ThirtySecondNotesPerBeat == DefaultThirtySecondNotesPerBeat;

    /// <inheritdoc/>
    public override string ToString() =>
        $"Time Signature ({Numerator}/{Denominator}, {ClocksPerClick} clock/click, {ThirtySecondNotesPerBeat} 32nd/beat)";

    internal override void ReadContent(MidiReader reader, long size, ReadingSettings settings)
    {
        Numerator = reader.ReadByte();
        _denominator = (byte)(1 << Checked(reader.ReadByte(), "logarithm of " + nameof(Denominator), 0, 7, settings));
        if (size < 4)
            return;
        ClocksPerClick = reader.ReadByte();
        ThirtySecondNotesPerBeat = reader.ReadByte();
    }

    internal override byte[] GetContent(WritingSettings settings) =>
        [Numerator, (byte)BitOperations.Log2(_denominator), ClocksPerClick, ThirtySecondNotesPerBeat];

    private protected override MidiEvent CloneEvent() =>
        new TimeSignatureEvent(Numerator, Denominator, ClocksPerClick, ThirtySecondNotesPerBeat);
}
