using GpuJazz.Music;

namespace GpuJazz.Tests.Reading;

public sealed class NearestTokenTests
{
    private static readonly Vocabulary Known = new(["C,0.500", "C,0.250,<P4,m-2>", "S,0.250,<P4,m-2>", "C,1.000,<m2,P-4>", "R,0.250", "R,2.000"]);

    [Theory]
    [InlineData("C,0.500", "C,0.500")]
    [InlineData("S,0.250,<P4,m-2>", "S,0.250,<P4,m-2>")]
    [InlineData("C,0.667", "C,0.500")]
    [InlineData("A,0.333,<P4,m-2>", "C,0.250,<P4,m-2>")]
    [InlineData("S,0.333,<A4,d-2>", "S,0.250,<P4,m-2>")]
    [InlineData("X,2.000,<M2,d-4>", "C,1.000,<m2,P-4>")]
    [InlineData("R,0.333", "R,0.250")]
    [InlineData("R,8.000", "R,2.000")]
    public void Lengths_count_before_types_and_steps_and_a_rest_stays_one(string token, string nearest) =>
        Assert.Equal(nearest, Known[new NearestToken(Known).IndexOf(token)]);

    [Fact]
    public void Where_there_is_no_rest_none_is_heard() => Assert.Equal(-1, new NearestToken(new(["C,0.500"])).IndexOf("R,0.500"));

    [Theory]
    [InlineData("74,0.500@1.500", "74,0.500@1.500")]
    [InlineData("75,0.500@1.500", "74,0.500@1.500")]
    [InlineData("74,0.333@2.000", "74,0.500@1.500")]
    [InlineData("62,0.500@1.500", "60,0.500@0.000")]
    [InlineData("R,0.500@3.000", "R,0.250@3.500")]
    public void Of_tokens_that_name_pitches_the_nearest_in_pitch_length_and_place_is_heard_and_never_the_unknown_one(string token, string nearest)
    {
        var known = new Vocabulary(["74,0.500@1.500", "60,0.500@0.000", "R,0.250@3.500", "R,0.500@0.000", Vocabulary.Unknown]);
        Assert.Equal(nearest, known[new NearestToken(known).IndexOf(token)]);
    }

    [Fact]
    public void What_stands_for_unknown_tokens_is_like_none() => Assert.Equal(1, new NearestToken(new([Vocabulary.Unknown, "C,0.500"])).IndexOf("S,0.500"));

    [Fact]
    public void What_is_no_token_is_refused() => Assert.Throws<MusicException>(() => new NearestToken(Known).IndexOf("H,0.5"));
}
