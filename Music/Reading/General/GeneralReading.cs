using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>The reading of any file: who plays the melody is heard, and so are chords, measures and swing.</summary>
internal static class GeneralReading
{
    // Without parts that play chords, the melody has a say in what they are.
    private const double MelodyWeight = 0.5;

    // A melody alone must be this long for chords to be heard in it.
    private const int FewestNotesAlone = 8;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="parts">Its parts; at least one.</param>
    /// <param name="ensemble">Who plays what.</param>
    /// <param name="opening">Division, tempo and measure at the start.</param>
    /// <param name="rests">What becomes of the melody's gaps.</param>
    /// <param name="key">The key, which decides how chords are spelled.</param>
    public static ReadMusic Read(
        MidiFile file, IReadOnlyList<MidiPart> parts, Ensemble ensemble, Opening opening, RestsKind rests, Key key)
    {
        var ticks = opening.TicksPerQuarter;
        var (voice, rest) = ensemble.MelodyIsUpperVoice ? UpperVoice.Split(ensemble.Melody.Notes, ticks) : (ensemble.Melody.Notes, []);
        var signatures = BarLines.Signatures(file, ticks);
        var swing = SwingOf(voice, parts, ticks, signatures[0].Unit);
        var melody = MelodyLine.Of(swing.Straighten(voice, ticks), ticks);
        var harmony = Harmony(ensemble, swing.Straighten(voice, ticks), swing.Straighten(rest, ticks), part => swing.Straighten(part.Notes, ticks));

        var end = melody[^1].Start;
        foreach (var (notes, _) in harmony)
            if (notes.Count > 0 && Quantizer.ToGrid(notes.Max(note => note.On), ticks) is var last && last > end) end = last;
        var bars = BarLines.Of(signatures, Beats.Zero, end);
        var slots = HarmonySlots.Of(bars, harmony, ticks);
        if (signatures.Count == 1 && Downbeat.Find(slots, harmony.SelectMany(part => part.Notes), ticks) is > 0 and var before)
        {
            bars = BarLines.Of(signatures, slots[0].Length * before, end);
            slots = HarmonySlots.Of(bars, harmony, ticks);
        }

        var chords = ChordTracker.Track(slots, key.HasFlats);
        var line = rests == RestsKind.Melody ? MelodyRests.Between(melody) : melody;
        var firstSound = slots.FirstOrDefault(slot => !slot.IsSilent)?.Start ?? melody[0].Start;
        var measures = Measures(bars, line, chords, melody[0].Start < firstSound ? melody[0].Start : firstSound);
        return new ReadMusic(ensemble.RoleOf, measures, UsualLength(measures), $"whole tune: {ensemble}")
        {
            SwingRatio = swing.Ratio,
            Meters = Meters(bars),
            Tempos = BarLines.Tempos(file, ticks, bars),
            PickUp = PickUpOf(measures),
            MeasuresInFile = bars.Count,
        };
    }

    // Only beats of a quarter note swing. A melody of few eighths follows the part that has most of them, perhaps the ride cymbal.
    private static HeardSwing SwingOf(IReadOnlyList<MidiNote> melody, IReadOnlyList<MidiPart> parts, int ticks, int unit)
    {
        if (unit > 4) return HeardSwing.Straight;
        return HeardSwing.Of(melody, ticks).Swing ?? parts.Select(part => HeardSwing.Of(part.Notes, ticks)).MaxBy(found => found.Beats).Swing ?? HeardSwing.Straight;
    }

    private static List<WeightedNotes> Harmony(
        Ensemble ensemble, IReadOnlyList<MidiNote> melody, IReadOnlyList<MidiNote> rest, Func<MidiPart, IReadOnlyList<MidiNote>> notesOf)
    {
        List<WeightedNotes> harmony = [.. ensemble.Chords.Where(part => part != ensemble.Melody).Select(part => new WeightedNotes(notesOf(part), 1))];
        if (ensemble.Bass is { } bass) harmony.Add(new WeightedNotes(notesOf(bass), 1));
        if (ensemble.HasChordParts && harmony.Count > 0) return harmony;

        harmony.Add(new WeightedNotes(rest, 1));
        if (harmony.Sum(part => part.Notes.Count) == 0 && melody.Count < FewestNotesAlone)
            throw new MusicException($"it has one line of {(melody.Count == 1 ? "1 note" : $"{melody.Count} notes")}, too few to hear chords in; name a file with a melody and chords");
        harmony.Add(new WeightedNotes(melody, MelodyWeight));
        return harmony;
    }

    // From the measure in which the first note sounds. Each begins with the chord that sounds then, struck again.
    private static List<Measure> Measures(
        IReadOnlyList<Bar> bars, IReadOnlyList<MelodyEvent> melody, IReadOnlyList<HeardChord> chords, Beats first)
    {
        List<Measure> measures = [];
        IReadOnlyList<int> pitches = [];
        var voiced = chords.Select(chord => pitches = ChordVoicing.After(pitches, chord.Symbol)).ToArray();
        int note = 0, chord = 0;
        for (var bar = BarLines.IndexAt(bars, first); bar < bars.Count; bar++)
        {
            var (number, start, length, _) = bars[bar];
            while (chord < chords.Count && chords[chord].End <= start) chord++;
            List<Chord> here = [];
            for (var i = chord; i < chords.Count && chords[i].Start < start + length; i++)
            {
                var from = chords[i].Start < start ? start : chords[i].Start;
                var until = chords[i].End < start + length ? chords[i].End : start + length;
                here.Add(new Chord(from, until - from, voiced[i]));
            }

            var firstNote = note;
            while (note < melody.Count && melody[note].Start < start + length) note++;
            measures.Add(new Measure(number, start, length, [.. melody.Skip(firstNote).Take(note - firstNote)], here));
        }

        return measures;
    }

    private static Beats UsualLength(List<Measure> measures) => measures.CountBy(measure => measure.Length).MaxBy(length => length.Value).Key;

    private static MeterChange[] Meters(IReadOnlyList<Bar> bars) =>
        [.. bars.Where((bar, i) => i == 0 || bar.Meter != bars[i - 1].Meter).Select(bar => new MeterChange(bar.Number, bar.Meter.Beats, bar.Meter.Unit))];

    // A first measure that is shorter, or silent for its first half.
    private static Beats PickUpOf(List<Measure> measures)
    {
        if (measures.Count < 2 || measures[0].Melody.Count == 0) return Beats.Zero;
        var (first, next) = (measures[0], measures[1]);
        var sounds = first.Start + first.Length - first.Melody[0].Start;
        return first.Length < next.Length || sounds.Twelfths * 2 < first.Length.Twelfths ? sounds : Beats.Zero;
    }
}
