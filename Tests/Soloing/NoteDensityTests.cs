using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

public sealed class NoteDensityTests
{
    [Theory]
    [InlineData(4, "C,1.000", "C,1.000", "C,1.000", "C,1.000")]
    [InlineData(8, "C,0.500", "S,0.500,<P4,m-2>")]
    [InlineData(2, "C,0.500", "R,1.500")]
    [InlineData(1, "C,2.000", "R,71.000")]
    [InlineData(0, "R,1.000")]
    [InlineData(0)]
    public void Notes_are_counted_in_the_time_that_they_and_the_rests_take(double density, params string[] tokens) =>
        Assert.Equal(density, NoteDensity.Of(tokens, Tunes.FourFour), 12);

    [Theory]
    [InlineData("C,1.000", 4, 0)]
    [InlineData("C,0.500", 4, 0.5)]
    [InlineData("C,2.000,<P4,m-2>", 4, -1)]
    [InlineData("R,1.000", 4, -1)]
    [InlineData("R,71.000", 4, -4)]
    public void A_token_leans_by_its_notes_less_those_that_its_time_should_have(string token, double density, double lean) =>
        Assert.Equal(lean, NoteDensity.Lean(token, density, Tunes.FourFour), 12);
}
