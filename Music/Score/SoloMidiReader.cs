using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace GpuJazz.Music;

/// <summary>Reads a solo from a MIDI file.</summary>
/// <param name="file">The file.</param>
/// <param name="name">Its name, for an error.</param>
internal sealed class SoloMidiReader(MidiFile file, string name)
{
    private const int ChordSize = 3;
    private const int DefaultQuarter = 500_000;
    private const double MicrosecondsPerMinute = 60e6;

    /// <summary>A solo's notes with the channel on which each is played.</summary>
    private sealed record Voice(string Name, int Program, IReadOnlyList<(int Channel, Note Note)> Notes);

    /// <summary>Reads it.</summary>
    public Solo Read()
    {
        var voices = VoicesOf(isPercussion: false);
        if (voices.Count == 0) throw new MusicException($"{name} has no notes besides drums; choose a file with a melody");
        var melody = voices.Find(voice => voice.Name == SoloMidi.MelodyTrack);
        var chords = voices.Find(voice => voice.Name == SoloMidi.ChordTrack);
        if (melody is not null || chords is not null)
            return Make(melody, chords is null ? [] : [chords], voices.Find(voice => voice.Name == SoloMidi.BassTrack));
        if (voices.Count == 1) return Make(Split(voices[0], chords: false), [Split(voices[0], chords: true)]);
        melody = voices.MaxBy(voice => voice.Notes.Average(item => item.Note.Pitch))!;
        return Make(melody, voices.FindAll(voice => voice != melody));
    }

    private Solo Make(Voice? melody, List<Voice> chords, Voice? bass = null)
    {
        var solo = new Solo(LineOf(melody), [.. ChordsOf(chords)], MeasureLength(), Tempo());
        return solo with
        {
            Bass = LineOf(bass),
            Harmony = [.. HarmonyOf(solo.End)],
            Drums = [.. VoicesOf(isPercussion: true).SelectMany(LineOf).OrderBy(note => note.Start)],
            MelodyProgram = melody?.Program ?? solo.MelodyProgram,
            ChordProgram = chords.Select(voice => voice.Program).FirstOrDefault(solo.ChordProgram),
            BassProgram = bass?.Program ?? solo.BassProgram,
        };
    }

    // The chord names that a written solo has as markers, each until the next; other markers are passed over.
    private IEnumerable<Chord> HarmonyOf(Beats end)
    {
        var names = file.Chunks.OfType<TrackChunk>().Take(1).SelectMany(track => track.GetTimedEvents())
            .Where(timed => timed.Event is MarkerEvent)
            .Select(timed => (Start: TimeOf(timed.Time), Symbol: ChordSymbol.TryParse(((MarkerEvent)timed.Event).Text ?? "")))
            .Where(name => name.Symbol is { IsNone: false }).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            var next = i + 1 < names.Length ? names[i + 1].Start : end;
            if (next > names[i].Start) yield return new Chord(names[i].Start, next - names[i].Start, names[i].Symbol!.Pitches);
        }
    }

    private static Note[] LineOf(Voice? voice) => [.. voice?.Notes.Select(item => item.Note) ?? []];

    private static IEnumerable<Chord> ChordsOf(List<Voice> voices) => voices
        .SelectMany(voice => voice.Notes.GroupBy(item => (item.Channel, item.Note.Start, item.Note.Length), item => item.Note))
        .Select(group => new Chord(group.Key.Start, group.Key.Length, [.. group.Select(note => note.Pitch).Distinct()]) { Velocity = group.First().Velocity })
        .OrderBy(chord => chord.Start);

    private static Voice Split(Voice voice, bool chords)
    {
        var sizes = voice.Notes.CountBy(item => item.Note.Start).ToDictionary();
        return voice with { Notes = [.. voice.Notes.Where(item => sizes[item.Note.Start] >= ChordSize == chords)] };
    }

    private List<Voice> VoicesOf(bool isPercussion) =>
        [.. file.Chunks.OfType<TrackChunk>().Select(track => VoiceOf(track, isPercussion)).Where(voice => voice.Notes.Count > 0)];

    private Voice VoiceOf(TrackChunk track, bool isPercussion)
    {
        var notes = track.GetNotes()
            .Where(note => note.Channel == SpareChannels.Percussion == isPercussion)
            .OrderBy(note => note.Time)
            .Select(note => ((int)note.Channel, NoteOf(note)))
            .ToList();
        var title = track.Events.OfType<SequenceTrackNameEvent>().FirstOrDefault()?.Text ?? "";
        var program = track.Events.OfType<ProgramChangeEvent>().FirstOrDefault()?.ProgramNumber ?? default;
        return new Voice(title, program, notes);
    }

    private Note NoteOf(Melanchall.DryWetMidi.Interaction.Note note)
    {
        var start = TimeOf(note.Time);
        var length = TimeOf(note.Time + note.Length) - start;
        return new Note(start, length > Beats.Zero ? length : new Beats(1), note.NoteNumber, Math.Max(1, (int)note.Velocity));
    }

    /// <summary>The nearest twelfth; a file that counts in frames of film is read at its own tempo as if it counted in beats.</summary>
    private Beats TimeOf(long ticks) => new((int)Math.Round(ticks / TicksPerQuarter() * Beats.PerQuarter));

    private double TicksPerQuarter() => file.TimeDivision switch
    {
        TicksPerQuarterNoteTimeDivision division => division.TicksPerQuarterNote,
        SmpteTimeDivision division => (int)division.Format * division.Resolution * 60 / Tempo(),
        _ => SoloMidi.TicksPerQuarter,
    };

    /// <summary>Hundredths of a beat a minute: a MIDI file keeps whole microseconds, so 130 comes back as 130.00013.</summary>
    private double Tempo() => Math.Round(MicrosecondsPerMinute / (First<SetTempoEvent>()?.MicrosecondsPerQuarterNote ?? DefaultQuarter), 2);

    private Beats MeasureLength()
    {
        var fallback = Beats.Quarters(4);
        if (First<TimeSignatureEvent>() is not { } meter) return fallback;
        var length = Math.DivRem(4 * Beats.PerQuarter * meter.Numerator, meter.Denominator, out var rest);
        var isWritable = rest == 0 && length > 0 && length % Beats.Sixteenth.Twelfths == 0 && length <= Meter.Longest.Twelfths;
        return isWritable ? new Beats(length) : fallback;
    }

    private T? First<T>()
        where T : MidiEvent => file.Chunks.OfType<TrackChunk>().SelectMany(track => track.Events).OfType<T>().FirstOrDefault();
}
