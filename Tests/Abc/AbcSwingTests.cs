using GpuJazz.Music;

namespace GpuJazz.Tests.Abc;

public class AbcSwingTests
{
    private static List<(long Start, long Length, int Pitch)> Swung(string music, int percent = 66) =>
        Played.Notes(Played.File($"X:1\nM:4/4\nL:1/8\n%%MIDI swing {percent}\nK:C\n{music}"), "Melody");

    [Fact]
    public void Two_eighths_take_two_thirds_and_one_third_of_a_beat() =>
        Assert.Equal([(0, 320, 60), (320, 160, 62), (480, 320, 64), (800, 160, 65), (960, 960, 67)], Swung("CDEF G4|"));

    [Fact]
    public void A_note_off_the_beat_is_moved_and_keeps_its_end() =>
        Assert.Equal([(320, 480, 60), (800, 1120, 62)], Swung("zC- CD- D4|"));

    [Fact]
    public void An_anticipation_over_the_bar_line_is_moved() =>
        Assert.Equal([(1760, 640, 60)], Swung("z6 zC-|C2z6|"));

    [Fact]
    public void Triplets_and_sixteenths_are_played_as_written() =>
        Assert.Equal([0, 160, 320, 480, 720, 840, 960, 1280, 1440], Swung("(3CDE FG/A/ BcC2|").Select(note => note.Start));

    [Fact]
    public void Fifty_is_even() =>
        Assert.Equal([240L, 240], Swung("CDz6|", percent: 50).Select(note => note.Length));

    [Fact]
    public void Every_time_is_a_whole_number_of_twelfths_of_a_beat() =>
        Assert.All(Swung("CD E/F/G (3ABc (3:2:2c2d|"), note => Assert.Equal((0, 0), (note.Start % 40, note.Length % 40)));

    [Theory]
    [InlineData("%%MIDI swing 60\nK:C\nC8|", "line 2, column 1", "%%MIDI swing 66")]
    [InlineData("K:C\nC8|\n%%MIDI swing 66\nC8|", "line 4, column 1", "before the music")]
    [InlineData("M:6/8\n%%MIDI swing 66\nK:C\nC6|", "6/8", "leave %%MIDI swing out")]
    public void Other_swing_is_refused(string text, string place, string advice)
    {
        var error = Assert.Throws<MusicException>(() => Played.File("X:1\n" + text)).Message;
        Assert.Contains(place, error, StringComparison.Ordinal);
        Assert.Contains(advice, error, StringComparison.Ordinal);
    }
}
