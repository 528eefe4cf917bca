namespace Melanchall.DryWetMidi.Core;

/// <summary>The name of a track, or of the whole piece when it stands in the first one.</summary>
public sealed class SequenceTrackNameEvent : BaseTextEvent
{
    /// <summary>An event without a text.</summary>
    public SequenceTrackNameEvent()
        : base(MidiEventType.SequenceTrackName)
    {
    }

    /// <summary>An event with its text.</summary>
    /// <param name="name">The text.</param>
    public SequenceTrackNameEvent(string? name)
        : base(MidiEventType.SequenceTrackName, name)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"Sequence/Track Name ({Text})";

    private protected override MidiEvent CloneEvent() => new SequenceTrackNameEvent(Text);
}
