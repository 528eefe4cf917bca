namespace Melanchall.DryWetMidi.Core;

/// <summary>The key changes.</summary>
public sealed class KeySignatureEvent : MetaEvent
{
    /// <summary>0: no sharps or flats.</summary>
    public const sbyte DefaultKey = 0;

    /// <summary>0: major.</summary>
    public const byte DefaultScale = 0;

    /// <summary>Seven flats.</summary>
    public const sbyte MinKey = -7;

    /// <summary>Seven sharps.</summary>
    public const sbyte MaxKey = 7;

    /// <summary>0: major.</summary>
    public const byte MinScale = 0;

    /// <summary>1: minor.</summary>
    public const byte MaxScale = 1;

    private sbyte _key = DefaultKey;
    private byte _scale = DefaultScale;

    /// <summary>C major.</summary>
    public KeySignatureEvent()
        : base(MidiEventType.KeySignature)
    {
    }

    /// <summary>A key.</summary>
    /// <param name="key">The number of sharps, or of flats as a negative number.</param>
    /// <param name="scale">0 for major, 1 for minor.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public KeySignatureEvent(sbyte key, byte scale)
        : this() => (Key, Scale) = (key, scale);

    /// <summary>The number of sharps, or of flats as a negative number: −7 to 7.</summary>
    public sbyte Key
    {
        get => _key;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinKey);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxKey);
            _key = value;
        }
    }

    /// <summary>0 for major, 1 for minor.</summary>
    public byte Scale
    {
        get => _scale;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxScale);
            _scale = value;
        }
    }

    /// <summary>Whether this is C major.</summary>
    internal bool IsDefault => Key == DefaultKey && Scale == DefaultScale;

    /// <inheritdoc/>
    public override string ToString() => $"Key Signature ({Key}, {Scale})";

    internal override void ReadContent(MidiReader reader, long size, ReadingSettings settings)
    {
        _key = (sbyte)Checked((sbyte)reader.ReadByte(), nameof(Key), MinKey, MaxKey, settings);
        _scale = (byte)Checked(reader.ReadByte(), nameof(Scale), MinScale, MaxScale, settings);
    }

    internal override byte[] GetContent(WritingSettings settings) => [(byte)_key, _scale];

    private protected override MidiEvent CloneEvent() => new KeySignatureEvent(_key, _scale);
}
