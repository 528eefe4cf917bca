namespace Melanchall.DryWetMidi.Core;

/// <summary>The name of a place in the piece: a rehearsal letter, a section.</summary>
public sealed class MarkerEvent : BaseTextEvent
{
    /// <summary>An event without a text.</summary>
    public MarkerEvent()
        : base(MidiEventType.Marker)
    {
    }

    /// <summary>An event with its text.</summary>
    /// <param name="text">The text.</param>
    public MarkerEvent(string? text)
        : base(MidiEventType.Marker, text)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"Marker ({Text})";

    private protected override MidiEvent CloneEvent() => new MarkerEvent(Text);
}
