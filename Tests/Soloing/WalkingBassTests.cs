using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>What holds for every bass line, over every form in several keys.</summary>
public sealed class WalkingBassTests
{
    private const int Lowest = 28;
    private const int Highest = 52;

    public static TheoryData<string, int> Lines()
    {
        TheoryData<string, int> lines = [];
        foreach (var form in NamedForm.All)
            for (var seed = 0; seed < 3; seed++) lines.Add(form.Name, seed);
        return lines;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_note_a_beat_fills_the_measures_and_the_last_is_held(string form, int seed)
    {
        var (changes, bass) = Walk(form, seed);
        var measures = changes.Measures.Count;
        var walked = bass.Where(note => note.Start < Tunes.FourFour * (measures - 1)).ToArray();
        Assert.Equal(Enumerable.Range(0, 4 * (measures - 1)).Select(beat => Beats.Quarters(beat)), walked.Select(note => note.Start));
        Assert.All(walked, note => Assert.InRange(note.Length.Twelfths, 11, 12));
        Assert.Equal(Tunes.FourFour * measures, bass[^1].End);
        Assert.All(bass, note => Assert.InRange(note.Pitch, Lowest, Highest));
        Assert.All(bass, note => Assert.InRange(note.Velocity, 60, 100));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void One_and_three_are_chord_tones_and_other_beats_chord_or_scale_tones_or_lead_by_a_semitone(string form, int seed)
    {
        var (changes, bass) = Walk(form, seed);
        for (var i = 0; i + 1 < bass.Count; i++)
        {
            var measure = bass[i].Start.DividedBy(Tunes.FourFour);
            var inMeasure = bass[i].Start - Tunes.FourFour * measure;
            var chord = ChordAnalysis.Of(changes.HarmonyOf(measure).Last(chord => chord.Start <= inMeasure).Pitches);
            var pitch = bass[i].Pitch;
            if (inMeasure.Twelfths % 24 == 0) Assert.True(chord.IsChordTone(pitch), $"note {i}");
            else if (!chord.IsChordTone(pitch) && !chord.IsScaleTone(pitch)) Assert.Equal(1, Math.Abs(bass[i + 1].Pitch - pitch));
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void It_neither_leaps_beyond_an_octave_nor_stumbles(string form, int seed)
    {
        var pitches = Walk(form, seed).Bass.Select(note => note.Pitch).ToArray();
        Assert.All(pitches.Zip(pitches.Skip(1)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 12));
        for (var i = 2; i < pitches.Length; i++)
            Assert.False(pitches[i] == pitches[i - 1] && pitches[i] == pitches[i - 2], $"three times from note {i - 2}");
        var backAndForth = Enumerable.Range(0, Math.Max(0, pitches.Length - 3))
            .Count(i => pitches[i] == pitches[i + 2] && pitches[i + 1] == pitches[i + 3]);
        Assert.InRange(backAndForth, 0, pitches.Length / 20);
        var repeated = pitches.Zip(pitches.Skip(1)).Count(pair => pair.First == pair.Second);
        Assert.InRange(repeated, 0, pitches.Length / 8);
    }

    [Fact]
    public void Most_steps_are_small_and_most_changes_are_led_to_by_a_semitone_or_a_tone()
    {
        var steps = NamedForm.All.SelectMany(form => Enumerable.Range(0, 5).Select(seed => Walk(form.Name, seed).Bass))
            .SelectMany(bass => bass.Zip(bass.Skip(1), (note, next) => (next.Start, Size: Math.Abs(next.Pitch - note.Pitch)))).ToArray();
        Assert.InRange(steps.Count(step => step.Size <= 4) / (double)steps.Length, 0.6, 1);
        var overBarLine = steps.Where(step => step.Start.Twelfths % 48 == 0).ToArray();
        Assert.InRange(overBarLine.Count(step => step.Size is 1 or 2) / (double)overBarLine.Length, 0.5, 1);
    }

    [Fact]
    public void A_new_chord_most_often_begins_with_its_lowest_note()
    {
        var roots = 0;
        for (var seed = 0; seed < 10; seed++)
        {
            var (changes, bass) = Walk("falling fifths", seed);
            var firsts = bass.Where(note => note.Start.Twelfths % 48 == 0);
            roots += firsts.Count(note => changes.HarmonyOf(note.Start.DividedBy(Tunes.FourFour))[0].Pitches.Min() % 12 == note.Pitch % 12);
        }

        Assert.InRange(roots, 10 * 32 * 3 / 4, 10 * 32);
    }

    [Fact]
    public void It_walks_in_three_and_in_measures_that_are_no_whole_number_of_beats()
    {
        foreach (var measure in new[] { 36, 42, 30 })
        {
            Changes changes = new([.. Enumerable.Repeat<Chord[]>([Tunes.At(0, measure, 50, 53, 57, 60)], 5)], new Beats(measure));
            var bass = Realize(changes, 5, 0);
            Assert.All(bass.Zip(bass.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.Equal(changes.MeasureLength * 5, bass[^1].End);
            Assert.All(Enumerable.Range(0, 5), bar => Assert.Contains(bass, note => note.Start == changes.MeasureLength * bar));
        }
    }

    [Fact]
    public void A_seed_gives_its_line_and_another_another()
    {
        Assert.Equal(Walk("blues", 3).Bass, Walk("blues", 3).Bass);
        Assert.NotEqual(Walk("blues", 3).Bass, Walk("blues", 4).Bass);
    }

    private static (Changes Changes, IReadOnlyList<Note> Bass) Walk(string form, int seed)
    {
        var changes = NamedForm.Find(form)!.Value.Form.InKey(seed);
        return (changes, Realize(changes, changes.Measures.Count, seed));
    }

    private static IReadOnlyList<Note> Realize(Changes changes, int bars, int seed) =>
        SoloRealizer.Realize([], changes, new SoloSettings(Seed: seed) { Bars = bars, Accompaniment = Accompaniment.Bass }).Solo.Bass;
}
