namespace Melanchall.DryWetMidi.Core;

/// <summary>The name of a track's instrument.</summary>
public sealed class InstrumentNameEvent : BaseTextEvent
{
    /// <summary>An event without a text.</summary>
    public InstrumentNameEvent()
        : base(MidiEventType.InstrumentName)
    {
    }

    /// <summary>An event with its text.</summary>
    /// <param name="instrumentName">The text.</param>
    public InstrumentNameEvent(string? instrumentName)
        : base(MidiEventType.InstrumentName, instrumentName)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"Instrument Name ({Text})";

    private protected override MidiEvent CloneEvent() => new InstrumentNameEvent(Text);
}
