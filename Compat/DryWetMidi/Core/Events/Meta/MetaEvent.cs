namespace Melanchall.DryWetMidi.Core;

/// <summary>An event that tells about the music and is not sent to an instrument.</summary>
public abstract class MetaEvent : MidiEvent
{
    private protected MetaEvent(MidiEventType eventType)
        : base(eventType)
    {
    }

    /// <summary>Reads the content.</summary>
    /// <param name="reader">Stands after the length.</param>
    /// <param name="size">The length declared, in bytes; may be anything in a damaged file.</param>
    /// <param name="settings">What to do with what is wrong.</param>
    internal abstract void ReadContent(MidiReader reader, long size, ReadingSettings settings);

    /// <summary>The content's bytes, to be written after their length.</summary>
    internal abstract byte[] GetContent(WritingSettings settings);

    private protected int Checked(int value, string property, int min, int max, ReadingSettings settings)
    {
        if (value >= min && value <= max)
            return value;
        return settings.InvalidMetaEventParameterValuePolicy == InvalidMetaEventParameterValuePolicy.SnapToLimits
            ? Math.Clamp(value, min, max)
            : throw new InvalidMetaEventParameterValueException(EventType, property, value);
    }

    private protected static byte[]? ReadData(MidiReader reader, long size, ReadingSettings settings)
    {
        if (size == 0 && settings.ZeroLengthDataPolicy == ZeroLengthDataPolicy.ReadAsNull)
            return null;
        return reader.ReadData(size, settings.NotEnoughBytesPolicy);
    }
}
