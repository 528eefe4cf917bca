using GpuJazz.Music;

namespace GpuJazz.Tests.Abc;

public class ChordChartTests
{
    private static readonly Beats FourBeats = Beats.Quarters(4);

    [Fact]
    public void Bars_hold_chords_that_share_them_and_a_percent_sign_repeats_the_bar_before()
    {
        var measures = ChordChart.Parse("| Dm7 | G7 C7 F7 | Cmaj7 / / A7 | % |", "--chords", FourBeats);
        Assert.Equal(4, measures.Count);
        Assert.Equal([(0, 48)], Times(measures[0]));
        Assert.Equal([(0, 16), (16, 16), (32, 16)], Times(measures[1]));
        Assert.Equal([(0, 36), (36, 12)], Times(measures[2]));
        Assert.Equal(measures[2], measures[3]);
        Assert.Equal([2, 7, 0, 5, 0, 9], measures.Take(3).SelectMany(bar => bar).Select(chord => chord.Pitches[0] % 12));

        static IEnumerable<(int, int)> Times(IReadOnlyList<Chord> chords) =>
            chords.Select(chord => (chord.Start.Twelfths, chord.Length.Twelfths));
    }

    [Fact]
    public void The_outer_bar_lines_may_be_left_out() =>
        Assert.Equal(2, ChordChart.Parse("Dm7 | G7", "--chords", FourBeats).Count);

    [Fact]
    public void A_measure_of_three_beats_is_shared_too() =>
        Assert.Equal([18, 18], ChordChart.Parse("Dm7 G7", "--chords", Beats.Quarters(3))[0].Select(chord => chord.Length.Twelfths));

    [Theory]
    [InlineData("Dm7", true)]
    [InlineData("Dm7 G7", true)]
    [InlineData("Dm7 Qx", true)]
    [InlineData("Qx / Dm7", true)]
    [InlineData("stairwell", false)]
    [InlineData("my tune.mid", false)]
    [InlineData("N.C.", false)]
    [InlineData("", false)]
    public void A_text_without_bar_lines_is_a_chart_if_a_word_of_it_is_a_chord(string text, bool isChart) =>
        Assert.Equal(isChart, ChordChart.HasChord(text));

    [Theory]
    [InlineData("", "--chords, bar 1: ")]
    [InlineData("| Dm7 || G7 |", "--chords, bar 2: ")]
    [InlineData("| % |", "--chords, bar 1: ")]
    [InlineData("| Dm7 | / G7 |", "--chords, bar 2: ")]
    [InlineData("| Dm7 | G7 | Hm |", "--chords, bar 3: ")]
    [InlineData("| Dm7 | N.C. |", "--chords, bar 2: ")]
    [InlineData("| Dm7 | C D E F G |", "--chords, bar 2: ")]
    [InlineData("| Dm7 % |", "--chords, bar 1: ")]
    public void An_error_names_the_bar(string text, string place)
    {
        var error = Assert.Throws<MusicException>(() => ChordChart.Parse(text, "--chords", FourBeats)).Message;
        Assert.StartsWith(place, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }
}
