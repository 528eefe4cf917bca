namespace Melanchall.DryWetMidi.Core;

/// <summary>A meta event that is a text.</summary>
public abstract class BaseTextEvent : MetaEvent
{
    private protected BaseTextEvent(MidiEventType eventType, string? text = null)
        : base(eventType) => Text = text;

    /// <summary>The text.</summary>
    public string? Text { get; set; }

    internal sealed override void ReadContent(MidiReader reader, long size, ReadingSettings settings)
    {
        var bytes = ReadData(reader, size, settings);
        var encoding = settings.TextEncoding ?? SmfConstants.DefaultTextEncoding;
        Text = bytes is null or [] || settings.DecodeTextCallback is null
            ? bytes is null ? null : encoding.GetString(bytes)
            : settings.DecodeTextCallback(bytes, settings);
    }

    internal sealed override byte[] GetContent(WritingSettings settings) =>
        (settings.TextEncoding ?? SmfConstants.DefaultTextEncoding).GetBytes(Text ?? "");
}
