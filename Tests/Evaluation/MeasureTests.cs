using GpuJazz.Music;

namespace GpuJazz.Tests.Evaluation;

/// <summary>Each measure on music that is counted by hand.</summary>
public sealed class MeasureTests
{
    private static readonly int[] CMajor = [48, 52, 55, 59], DMinor = [50, 53, 57, 60], GSeven = [43, 53, 59, 62];

    [Fact]
    public void Entropy_is_that_of_the_pitch_classes_in_each_stretch_of_bars()
    {
        // C C E G: 1/2, 1/4, 1/4, so 1.5 bits; then D alone, 0 bits. Together C C E G D: 2/5 and three times 1/5.
        var bars = Bars(Melody((0, 60), (6, 72), (12, 64), (18, 67), (48, 62)), bars: 2);
        Assert.Equal(0.75, PitchClassEntropy.Of(bars, 1)!.Value, 12);
        Assert.Equal((0.4 * Math.Log2(2.5)) + (0.6 * Math.Log2(5)), PitchClassEntropy.Of(bars, 4)!.Value, 12);
    }

    [Fact]
    public void Bars_without_notes_don_t_count_in_the_entropy()
    {
        Assert.Equal(1, PitchClassEntropy.Of(Bars(Melody((0, 60), (6, 62)), bars: 3), 1)!.Value, 12);
        Assert.Null(PitchClassEntropy.Of(Bars([], bars: 3), 1));
        Assert.Null(PitchClassEntropy.Of([], 4));
    }

    [Fact]
    public void Rhythms_differ_by_the_places_where_only_one_of_two_bars_has_a_start()
    {
        // Bar 1 starts at 0 and 12, bar 2 at 0 and 24, bar 3 as bar 1: pairs differ in 2, 0 and 2 of 48 places. Chords count once.
        var bars = Bars(Melody((0, 60), (0, 64), (12, 62), (48, 60), (72, 62), (96, 65), (108, 67)), bars: 3);
        Assert.Equal(1 - (4 / 3.0 / 48), GroovingSimilarity.Of(bars, Beats.Quarters(4))!.Value, 12);
        Assert.Null(GroovingSimilarity.Of(bars.Take(1).ToArray(), Beats.Quarters(4)));
    }

    [Fact]
    public void A_progression_is_as_irregular_as_its_new_successions_of_three()
    {
        // D G C D G C has four successions of three, and the last is the first again. Voicing and repetition don't matter.
        Chord[] chords =
        [
            Chord(0, DMinor), Chord(12, [62, 65, 69, 72, 74]), Chord(24, GSeven), Chord(48, CMajor), Chord(96, DMinor), Chord(120, GSeven),
            Chord(144, CMajor),
        ];
        var solo = new Solo([], chords, Beats.Quarters(4), 120);
        Assert.Equal(0.75, ChordIrregularity.Of(solo));
        Assert.Null(ChordIrregularity.Of(solo with { Chords = chords[..3] }));
    }

    [Fact]
    public void Strong_beats_are_one_and_three_and_their_chord_is_the_last_that_began()
    {
        // One: C over C. Two: weak. Three: F# over G7. Next one: F over G7, which sounds on.
        var solo = new Solo(
            Melody((0, 60), (12, 61), (24, 66), (48, 65)), [Chord(0, CMajor), Chord(24, GSeven)], Beats.Quarters(4), 120);
        Assert.Equal(2 / 3.0, StrongBeats.ChordToneShare(solo)!.Value, 12);
        Assert.Null(StrongBeats.ChordToneShare(solo with { Chords = [] }));
        Assert.Null(StrongBeats.ChordToneShare(solo with { Melody = Melody((12, 60)) }));
    }

    [Theory]
    [InlineData(48, 24, true)]
    [InlineData(36, 18, false)]
    [InlineData(24, 12, false)]
    public void What_is_strong_depends_on_the_meter(int bar, int place, bool isStrong)
    {
        var solo = new Solo(Melody((place, 60)), [Chord(0, CMajor)], new Beats(bar), 120);
        Assert.Equal(isStrong, StrongBeats.ChordToneShare(solo) is not null);
    }

    [Fact]
    public void Repeated_notes_and_notes_out_of_range_are_shares()
    {
        var line = Melody((0, 60), (6, 60), (12, 62), (18, 90), (24, 90));
        Assert.Equal(0.5, LineHabits.RepeatedNotes(line));
        Assert.Equal(0.4, LineHabits.OutOfRange(line, new Register(60, 86))!.Value, 12);
        Assert.Null(LineHabits.RepeatedNotes(line[..1]));
        Assert.Null(LineHabits.OutOfRange([], Register.RightHand));
    }

    [Fact]
    public void A_solo_without_notes_has_no_measures_and_one_without_end_is_refused()
    {
        Assert.All(SoloMeasure.Measure(new Solo([], [], Beats.Quarters(4), 120), Register.RightHand), value => Assert.Null(value));
        var endless = new Solo(Melody((0, 60), (48 * 5000, 60)), [], Beats.Quarters(4), 120);
        Assert.Contains("5001 bars", Assert.Throws<MusicException>(() => SoloMeasure.Measure(endless, Register.RightHand)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_leaves_out_what_has_no_value()
    {
        double?[] one = [.. SoloMeasure.All.Select((_, i) => i == 0 ? 1 : (double?)null)];
        double?[] other = [.. SoloMeasure.All.Select((_, i) => i == 1 ? null : (double?)3)];
        var mean = SoloMeasure.Mean([one, other]);
        Assert.Equal([2, null, 3], mean.Take(3));
    }

    [Fact]
    public void Every_measure_has_its_own_key_and_shows_its_unit()
    {
        Assert.Equal(SoloMeasure.All.Count, SoloMeasure.All.Select(measure => measure.Key).Distinct().Count());
        Assert.Equal(["1.50", "12.5 %", "–"], [SoloMeasure.All[0].Text(1.5), SoloMeasure.All[^1].Text(0.125), SoloMeasure.All[0].Text(null)]);
    }

    internal static Note[] Melody(params (int Start, int Pitch)[] notes) => [.. notes.Select(note => new Note(new(note.Start), new(6), note.Pitch))];

    private static Chord Chord(int start, int[] pitches) => new(new(start), new(12), pitches);

    private static IReadOnlyList<IReadOnlyList<Note>> Bars(Note[] melody, int bars) =>
        [.. Enumerable.Range(0, bars).Select(bar => melody.Where(note => note.Start.Twelfths / 48 == bar).ToArray())];
}
