using GpuJazz.Music;

namespace GpuJazz.Tests.Score;

public sealed class PitchNameTests
{
    [Theory]
    [InlineData("C4", 60)]
    [InlineData("c4", 60)]
    [InlineData("Bb3", 58)]
    [InlineData("B♭3", 58)]
    [InlineData("F#5", 78)]
    [InlineData("Cb4", 59)]
    [InlineData("B#3", 60)]
    [InlineData("C-1", 0)]
    [InlineData("G9", 127)]
    [InlineData("72", 72)]
    public void A_name_with_its_octave_or_a_number_is_a_pitch(string text, int pitch) => Assert.Equal(pitch, PitchName.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("H4")]
    [InlineData("C")]
    [InlineData("C44")]
    [InlineData("Cb-1")]
    [InlineData("G#9")]
    [InlineData("128")]
    [InlineData("-1")]
    [InlineData("C##4")]
    public void Anything_else_is_none(string text) => Assert.Null(PitchName.Parse(text));

    [Fact]
    public void Every_pitch_is_read_from_its_name()
    {
        for (var pitch = 0; pitch < 128; pitch++) Assert.Equal(pitch, PitchName.Parse(PitchName.Of(pitch)));
    }
}
