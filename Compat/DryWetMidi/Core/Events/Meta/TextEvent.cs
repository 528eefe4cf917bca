namespace Melanchall.DryWetMidi.Core;

/// <summary>Any text.</summary>
public sealed class TextEvent : BaseTextEvent
{
    /// <summary>An event without a text.</summary>
    public TextEvent()
        : base(MidiEventType.Text)
    {
    }

    /// <summary>An event with its text.</summary>
    /// <param name="text">The text.</param>
    public TextEvent(string? text)
        : base(MidiEventType.Text, text)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"Text ({Text})";

    private protected override MidiEvent CloneEvent() => new TextEvent(Text);
}
