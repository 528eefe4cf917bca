namespace Melanchall.DryWetMidi.Core;

/// <summary>A syllable to be sung.</summary>
public sealed class LyricEvent : BaseTextEvent
{
    /// <summary>An event without a text.</summary>
    public LyricEvent()
        : base(MidiEventType.Lyric)
    {
    }

    /// <summary>An event with its text.</summary>
    /// <param name="text">The text.</param>
    public LyricEvent(string? text)
        : base(MidiEventType.Lyric, text)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"Lyric ({Text})";

    private protected override MidiEvent CloneEvent() => new LyricEvent(Text);
}
