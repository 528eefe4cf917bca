using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

public sealed class ChangesTests
{
    private const string Text = """{"measure":48,"chords":[[[0,18,53,56,61],[24,12,60]],[[6,48,41,57]]]}""";

    [Fact]
    public void The_text_form_gives_start_length_and_pitches_of_each_chord()
    {
        Changes changes = new([[Tunes.At(0, 18, 53, 56, 61), Tunes.At(24, 12, 60)], [Tunes.At(6, 48, 41, 57)]], Tunes.FourFour);
        Assert.Equal(Text, changes.ToJson());
    }

    [Fact]
    public void The_text_form_is_read_back() => Assert.Equal(Text, Changes.FromJson(Text).ToJson());

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"measure":48}""")]
    [InlineData("""{"chords":[[[0,18,53]]]}""")]
    [InlineData("""{"measure":48,"chords":{}}""")]
    [InlineData("""{"measure":48,"chords":[]}""")]
    [InlineData("""{"measure":48,"chords":[[]]}""")]
    [InlineData("""{"measure":48,"chords":[[[0,18]]]}""")]
    [InlineData("""{"measure":48,"chords":[[[0,18,128]]]}""")]
    [InlineData("""{"measure":48,"chords":[[[0,18,-1]]]}""")]
    [InlineData("""{"measure":48,"chords":[[[0,0,60]]]}""")]
    [InlineData("""{"measure":48,"chords":[[[48,1,60]]]}""")]
    [InlineData("""{"measure":48,"chords":[[[-1,1,60]]]}""")]
    [InlineData("""{"measure":48,"chords":[[[0,1,"60"]]]}""")]
    [InlineData("""{"measure":48,"chords":[[[0,1.5,60]]]}""")]
    [InlineData("""{"measure":0,"chords":[[[0,18,53]]]}""")]
    [InlineData("""{"measure":99999999999,"chords":[[[0,18,53]]]}""")]
    public void A_text_that_is_no_changes_is_refused_in_one_line(string text)
    {
        var error = Assert.Throws<MusicException>(() => Changes.FromJson(text));
        Assert.StartsWith("the chord changes can't be", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_tune_gives_its_chords_from_the_start_of_their_measures()
    {
        Tune tune = new("blues", [new Measure(119, new Beats(119 * 48), Tunes.FourFour, [], [Tunes.At(119 * 48 + 6, 12, 60, 64)])], Tunes.FourFour, 120, []);
        Assert.Equal("""{"measure":48,"chords":[[[6,12,60,64]]]}""", Changes.Of(tune).ToJson());
    }

    [Fact]
    public void A_tune_with_a_measure_without_a_chord_is_refused()
    {
        Tune tune = new("solo", [new Measure(0, Beats.Zero, Tunes.FourFour, [], [Tunes.At(0, 12, 60)]), new Measure(1, Tunes.FourFour, Tunes.FourFour, [], [])], Tunes.FourFour, 120, []);
        Assert.Contains("measure 2 has no chord", Assert.Throws<MusicException>(() => Changes.Of(tune)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_chord_counts_until_the_next_begins()
    {
        var harmony = Tunes.TwoFive.HarmonyOf(1);
        Assert.Equal([(0, 24), (24, 24)], harmony.Select(chord => (chord.Start.Twelfths, chord.Length.Twelfths)));
        Assert.Equal([62, 63], harmony.Select(chord => chord.Pitches[^1]));
    }

    [Fact]
    public void A_chord_that_begins_late_counts_from_the_bar_line()
    {
        var chord = Assert.Single(Tunes.TwoFive.HarmonyOf(2));
        Assert.Equal((0, 48), (chord.Start.Twelfths, chord.Length.Twelfths));
    }

    [Fact]
    public void Of_chords_that_begin_together_the_last_read_counts_and_before_them_the_first()
    {
        Changes changes = new([[Tunes.At(12, 6, 60), Tunes.At(12, 6, 61), Tunes.At(24, 6, 62)]], Tunes.FourFour);
        Assert.Equal([(0, 60), (12, 61), (24, 62)], changes.HarmonyOf(0).Select(chord => (chord.Start.Twelfths, chord.Pitches[0])));
    }

    [Fact]
    public void Past_the_last_measure_the_changes_repeat() =>
        Assert.Equal(Tunes.TwoFive.HarmonyOf(1).Select(chord => chord.Pitches), Tunes.TwoFive.HarmonyOf(9).Select(chord => chord.Pitches));
}
