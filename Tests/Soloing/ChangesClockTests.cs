using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>Which chord is when, and how far tokens lead: what a model that hears chords runs through.</summary>
public sealed class ChangesClockTests
{
    private static readonly Beats Measure = Beats.Quarters(4);

    [Fact]
    public void Each_twelfth_of_a_beat_has_the_chord_of_its_time_as_a_degree_of_the_key()
    {
        var clock = Clock("| Dm7 G7 | Cmaj7 |", tonic: 0, "C,0.500");
        Assert.Equal(96, clock.Chords.Count);
        int[] expected = [.. Repeated(24, 2, ChordFamily.Minor), .. Repeated(24, 7, ChordFamily.Dominant), .. Repeated(48, 0, ChordFamily.Major)];
        Assert.Equal(expected, clock.Chords);
        Assert.Equal(clock.Chords, Clock("| Em7 A7 | Dmaj7 |", tonic: 2, "C,0.500").Chords);
    }

    [Fact]
    public void Changes_that_end_within_a_beat_are_repeated_until_they_do_not()
    {
        // Seven eighths are 42 twelfths.
        var measure = new Beats(42);
        var clock = ChangesClock.Of(new Changes([[new Chord(Beats.Zero, measure, [60, 64, 67])]], measure), 0, new Vocabulary(["C,0.500"]));
        Assert.Equal(84, clock.Chords.Count);
        Assert.Equal(84, clock.Advances.Count);
    }

    [Theory]
    [InlineData("C,0.250", "C,0.500", "S,0.750", "R,0.250", "R,9.000", "S,1.000")]
    [InlineData("C,0.667", "X,1.667", "R,0.333", "R,0.083", "R,5.000", "S,1.000", "C,1.333")]
    public void Tokens_lead_on_as_far_as_the_played_style_lays_them_out(params string[] tokens)
    {
        // Any tokens but lone thirds, of which nobody knows in time whether a triplet follows.
        var random = new Random(3);
        var vocabulary = new Vocabulary(tokens);
        var clock = Clock("| C | F |", 0, tokens);
        for (var draw = 0; draw < 50; draw++)
        {
            int[] indices = [.. Enumerable.Range(0, 30).Select(_ => random.Next(tokens.Length))];
            var layout = TokenLayout.Of([.. indices.Select(index => Token.Parse(vocabulary[index]))], Measure);
            if (layout.Pulse != Pulse.Of(vocabulary.Values.Select(Token.Parse))) continue;
            Assert.Equal(layout.End.Twelfths, indices.Aggregate(0, (place, index) => place + clock.Advances[(place % 48 * tokens.Length) + index]));
        }
    }

    [Fact]
    public void A_triplet_is_laid_out_where_it_is_drawn()
    {
        string[] tokens = ["C,0.333", "C,0.667"];
        var clock = Clock("| C |", 0, tokens);
        Assert.Equal([4, 8], clock.Advances.Take(2));
        Assert.Equal(4, clock.Advances[4 * 2]);
        Assert.Equal(4 + 8, clock.Advances[(8 * 2) + 1]);
    }

    [Fact]
    public void The_unknown_token_leads_nowhere()
    {
        var clock = Clock("| C |", 0, Vocabulary.Unknown, "C,0.500");
        Assert.Equal([0, 6], clock.Advances.Take(2));
    }

    [Theory]
    [InlineData("| Dm7 | G7 | Cmaj7 | % |", 0, false)]
    [InlineData("| Fm7 | Bb7 | Ebmaj7 | % |", 3, false)]
    [InlineData("| Am7 | Dm7 | E7b9 | Am |", 9, true)]
    public void The_key_of_a_chart_is_found_from_its_chords(string chart, int tonic, bool isMinor) =>
        Assert.Equal(new Key(tonic, isMinor), ChangesKey.Of(new Changes(ChordChart.Parse(chart, "the chart", Measure), Measure)));

    private static ChangesClock Clock(string chart, int tonic, params string[] tokens) =>
        ChangesClock.Of(new Changes(ChordChart.Parse(chart, "the chart", Measure), Measure), tonic, new Vocabulary(tokens));

    private static IEnumerable<int> Repeated(int count, int degree, ChordFamily family) => Enumerable.Repeat((degree * 7) + (int)family, count);
}
