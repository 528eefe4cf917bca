using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

public sealed class ChangesKeyTests
{
    [Theory]
    [InlineData("| Dm7 | G7 | Cmaj7 | % |", "C major")]
    [InlineData("| Dm7b5 | G7b9 | Cm6 | % |", "C minor")]
    [InlineData("| Cmaj7 A7 | Dm7 G7 |", "C major")]
    [InlineData("| F7 | Bb7 | F7 | % | Bb7 | % | F7 | D7 | Gm7 | C7 | F7 | C7 |", "F major")]
    [InlineData("| Ebm7 |", "Eb minor")]
    [InlineData("| Am7 D7 | Gmaj7 |", "G major")]
    public void The_key_of_chords_is_heard_as_players_do(string chart, string key) =>
        Assert.Equal(key, ChangesKey.Of(new Changes(ChordChart.Parse(chart, "chart", Tunes.FourFour), Tunes.FourFour)).ToString());

    [Fact]
    public void Most_forms_are_heard_in_the_key_that_they_are_called_in() =>
        Assert.Equal(8, NamedForm.All.Count(form => ChangesKey.Of(form.InKey(null)).Tonic == NamedForm.ReadKey(form.Key)));

    [Fact]
    public void Moved_chords_are_heard_moved_as_far()
    {
        foreach (var form in NamedForm.All)
        {
            var own = ChangesKey.Of(form.InKey(0));
            for (var key = 1; key < 12; key++) Assert.Equal(own.Transposed(key), ChangesKey.Of(form.InKey(key)));
        }
    }
}
