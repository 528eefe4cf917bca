namespace Melanchall.DryWetMidi.Core;

/// <summary>The end of a track.</summary>
/// <remarks>
/// Reading leaves it out unless <see cref="EndOfTrackStoringPolicy.Store"/> is set. Writing puts one at each track's end; a stored
/// one lends it its delta-time.
/// </remarks>
public sealed class EndOfTrackEvent : MetaEvent
{
    internal EndOfTrackEvent()
        : base(MidiEventType.EndOfTrack)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => "End Of Track";

    internal override void ReadContent(MidiReader reader, long size, ReadingSettings settings)
    {
    }

    internal override byte[] GetContent(WritingSettings settings) => [];

    private protected override MidiEvent CloneEvent() => new EndOfTrackEvent();
}
