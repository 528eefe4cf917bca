namespace Melanchall.DryWetMidi.Core;

/// <summary>A track: events in their order.</summary>
public sealed class TrackChunk : MidiChunk
{
    /// <summary>MTrk.</summary>
    public const string Id = "MTrk";

    /// <summary>A track without events.</summary>
    public TrackChunk()
        : base(Id)
    {
    }

    /// <summary>A track of the given events; nulls are left out.</summary>
    /// <param name="events">The events.</param>
    public TrackChunk(IEnumerable<MidiEvent> events)
        : this() => Events.AddRange(events);

    /// <summary>A track of the given events; nulls are left out.</summary>
    /// <param name="events">The events.</param>
    public TrackChunk(params MidiEvent[] events)
        : this() => Events.AddRange(events);

    /// <summary>The events.</summary>
    public EventsCollection Events { get; } = [];

    /// <inheritdoc/>
    public override MidiChunk Clone() => new TrackChunk(Events.Select(e => e.Clone()));

    /// <inheritdoc/>
    public override string ToString() => $"Track chunk ({Events.Count} events)";

    private protected override void ReadContent(MidiReader reader, ReadingSettings settings, uint size)
    {
        var end = reader.Position + size;
        var events = new TrackEventReader(reader, settings);
        while (reader.Position < end && !reader.EndReached)
        {
            switch (events.Read())
            {
                case null:
                    break;
                case EndOfTrackEvent endOfTrack:
                    if (settings.EndOfTrackStoringPolicy == EndOfTrackStoringPolicy.Store)
                        Events.Add(endOfTrack);
                    return;
                case var midiEvent:
                    Events.Add(midiEvent);
                    break;
            }
        }

        if (settings.MissedEndOfTrackPolicy == MissedEndOfTrackPolicy.Abort)
            throw new MissedEndOfTrackEventException();
    }

    private protected override void WriteContent(MidiWriter writer, WritingSettings settings)
    {
        var events = new TrackEventWriter(writer, settings);
        foreach (var midiEvent in Events)
            events.Write(midiEvent);
        events.End();
    }
}
