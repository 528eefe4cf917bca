namespace Melanchall.DryWetMidi.Core;

/// <summary>A copyright notice.</summary>
public sealed class CopyrightNoticeEvent : BaseTextEvent
{
    /// <summary>An event without a text.</summary>
    public CopyrightNoticeEvent()
        : base(MidiEventType.CopyrightNotice)
    {
    }

    /// <summary>An event with its text.</summary>
    /// <param name="text">The text.</param>
    public CopyrightNoticeEvent(string? text)
        : base(MidiEventType.CopyrightNotice, text)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"Copyright Notice ({Text})";

    private protected override MidiEvent CloneEvent() => new CopyrightNoticeEvent(Text);
}
