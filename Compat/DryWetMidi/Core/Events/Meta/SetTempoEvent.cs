namespace Melanchall.DryWetMidi.Core;

/// <summary>The tempo changes.</summary>
public sealed class SetTempoEvent : MetaEvent
{
    /// <summary>500 000: 120 quarter notes a minute.</summary>
    public const long DefaultMicrosecondsPerQuarterNote = 500000;

    /// <summary>1.</summary>
    public const long MinMicrosecondsPerQuarterNote = 1;

    /// <summary>16 777 215: three bytes.</summary>
    public const long MaxMicrosecondsPerQuarterNote = (1 << 24) - 1;

    private long _microsecondsPerQuarterNote = DefaultMicrosecondsPerQuarterNote;

    /// <summary>The default tempo.</summary>
    public SetTempoEvent()
        : base(MidiEventType.SetTempo)
    {
    }

    /// <summary>A tempo.</summary>
    /// <param name="microsecondsPerQuarterNote">1 to 16 777 215.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public SetTempoEvent(long microsecondsPerQuarterNote)
        : this() => MicrosecondsPerQuarterNote = microsecondsPerQuarterNote;

    /// <summary>How long a quarter note lasts, 1 to 16 777 215 microseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public long MicrosecondsPerQuarterNote
    {
        get => _microsecondsPerQuarterNote;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinMicrosecondsPerQuarterNote);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxMicrosecondsPerQuarterNote);
            _microsecondsPerQuarterNote = value;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"Set Tempo ({MicrosecondsPerQuarterNote})";

    internal override void ReadContent(MidiReader reader, long size, ReadingSettings settings) => _microsecondsPerQuarterNote = Checked(
        (int)reader.Read3ByteDword(),
        nameof(MicrosecondsPerQuarterNote),
        (int)MinMicrosecondsPerQuarterNote,
        (int)MaxMicrosecondsPerQuarterNote,
        settings);

    internal override byte[] GetContent(WritingSettings settings) =>
        [(byte)(_microsecondsPerQuarterNote >> 16), (byte)(_microsecondsPerQuarterNote >> 8), (byte)_microsecondsPerQuarterNote];

    private protected override MidiEvent CloneEvent() => new SetTempoEvent(_microsecondsPerQuarterNote);
}
