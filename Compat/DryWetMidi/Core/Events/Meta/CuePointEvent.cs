namespace Melanchall.DryWetMidi.Core;

/// <summary>Something that happens on stage or on film at this point.</summary>
public sealed class CuePointEvent : BaseTextEvent
{
    /// <summary>An event without a text.</summary>
    public CuePointEvent()
        : base(MidiEventType.CuePoint)
    {
    }

    /// <summary>An event with its text.</summary>
    /// <param name="text">The text.</param>
    public CuePointEvent(string? text)
        : base(MidiEventType.CuePoint, text)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"Cue Point ({Text})";

    private protected override MidiEvent CloneEvent() => new CuePointEvent(Text);
}
