using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace GpuJazz.Music;

/// <summary>Plays through a MIDI file's events in time order and writes down what sounds, when, and how.</summary>
/// <param name="file">The file.</param>
internal sealed class PerformanceReader(MidiFile file)
{
    private const int PercussionChannel = 9;

    private readonly TempoMap tempoMap = file.GetTempoMap();
    private readonly PlayedChannel[] channels = [.. Enumerable.Range(0, 16).Select(_ => new PlayedChannel())];
    private readonly Dictionary<(int Track, int Channel, int Pitch), Queue<HeldNote>> held = [];
    private readonly List<HeldNote> notes = [];

    /// <summary>An event with its time from the start, in ticks, and its track.</summary>
    private readonly record struct Moment(long Tick, int Track, bool IsAccompaniment, MidiEvent Event);

    /// <summary>Plays through the file.</summary>
    /// <returns>All its notes.</returns>
    public Performance Read()
    {
        long now = 0;
        foreach (var moment in Moments())
        {
            now = moment.Tick;
            Follow(moment);
        }

        foreach (var note in notes) note.End ??= now;
        return new Performance([.. notes.Select(Sounding)]);
    }

    private IEnumerable<Moment> Moments() => file.Chunks.OfType<TrackChunk>().SelectMany(MomentsOf).OrderBy(moment => moment.Tick);

    private static IEnumerable<Moment> MomentsOf(TrackChunk track, int index)
    {
        var accompanies = track.Events.OfType<SequenceTrackNameEvent>().FirstOrDefault()?.Text == SoloMidi.ChordTrack;
        long now = 0;
        foreach (var midiEvent in track.Events)
        {
            now += midiEvent.DeltaTime;
            yield return new Moment(now, index, accompanies, midiEvent);
        }
    }

    private void Follow(in Moment moment)
    {
        switch (moment.Event)
        {
            case NoteOnEvent { Velocity: var velocity } on when velocity > 0:
                Strike(moment, on);
                break;
            case NoteEvent note:
                LetGo(moment, note);
                break;
            case ProgramChangeEvent change:
                channels[change.Channel].Program = change.ProgramNumber;
                break;
            case ControlChangeEvent change:
                channels[change.Channel].Control(change.ControlNumber, change.ControlValue, moment.Tick);
                break;
        }
    }

    private void Strike(in Moment moment, NoteOnEvent on)
    {
        var channel = channels[on.Channel];
        channel.Damp(on.NoteNumber, moment.Tick);
        var note = new HeldNote(moment.Tick, new PlayedNote(0, 0, on.NoteNumber, on.Velocity, channel.Program)
        {
            IsDrum = on.Channel == PercussionChannel,
            IsAccompaniment = moment.IsAccompaniment,
            Gain = channel.Gain,
            Pan = channel.Pan,
        });
        notes.Add(note);
        QueueOf(moment, on).Enqueue(note);
    }

    private void LetGo(in Moment moment, NoteEvent off)
    {
        if (QueueOf(moment, off).TryDequeue(out var note)) channels[off.Channel].LetGo(note, moment.Tick);
    }

    private Queue<HeldNote> QueueOf(in Moment moment, NoteEvent note)
    {
        var key = (moment.Track, (int)note.Channel, (int)note.NoteNumber);
        if (!held.TryGetValue(key, out var queue)) held.Add(key, queue = new Queue<HeldNote>());
        return queue;
    }

    private PlayedNote Sounding(HeldNote note) => note.Sound with { Start = Seconds(note.Start), End = Seconds(note.End!.Value) };

    /// <summary>By the tempo map; where ticks are parts of frames of film (30 drop is 29.97 a second) tempo means nothing.</summary>
    private double Seconds(long tick)
    {
        if (file.TimeDivision is SmpteTimeDivision { Format: var format, Resolution: var resolution })
            return tick / ((format == SmpteFormat.ThirtyDrop ? 30_000 / 1001.0 : (int)format) * resolution);
        try
        {
            return TimeConverter.ConvertTo<MetricTimeSpan>(tick, tempoMap).TotalMicroseconds / 1e6;
        }
        catch (InvalidOperationException error)
        {
            throw new MusicException("the music lasts longer than can be counted; check the file's lengths or cut it", error);
        }
    }
}
