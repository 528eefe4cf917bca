using GpuJazz.Music;

namespace GpuJazz.Tests.Abc;

public class AbcErrorTests
{
    // The header has five lines: music begins on line 6.
    [Theory]
    [InlineData("CDEF GABcd|C8|", 6, 1, "bar 1 lasts 4.5 beats")]
    [InlineData("C8|CDEF GABcd|", 6, 4, "bar 2 lasts 4.5 beats and should last 4")]
    [InlineData("C8|C7|C8|", 6, 4, "bar 2 lasts 3.5 beats")]
    [InlineData("C4 @|", 6, 4, "'@' is not understood")]
    [InlineData("C4 & E4|", 6, 4, "one melody")]
    [InlineData("C4 ^|", 6, 5, "'|' is not understood")]
    [InlineData("C4 \"H7\"C4|", 6, 4, "'H7'")]
    [InlineData("C4 \"C7", 6, 5, "close it with \"")]
    [InlineData("C4 !trill", 6, 5, "close it with !")]
    [InlineData("C4 {ag", 6, 5, "close it with }")]
    [InlineData("C4-D4|", 6, 3, "a tie leads to the same note")]
    [InlineData("C4-z4|", 6, 3, "a tie leads to the same note")]
    [InlineData("C8-|Z|", 6, 3, "a tie leads to the same note")]
    [InlineData("C4z4-|", 6, 5, "a tie leads to the same note")]
    [InlineData("C8-|", 6, 3, "a tie leads to the same note")]
    [InlineData("(3CD", 6, 2, "the tuplet is not full")]
    [InlineData("(3C(3DEF", 6, 5, "within another")]
    [InlineData("(1C", 6, 3, "2 to 9 notes")]
    [InlineData(">C", 6, 1, "between two notes")]
    [InlineData("z7C>", 6, 4, "write a note after it")]
    [InlineData("C0", 6, 3, "length of 0")]
    [InlineData("C99999", 6, 7, "too large")]
    [InlineData("C/0", 6, 4, "1 to 1024")]
    [InlineData("(7CDEFGAB", 6, 3, "not a whole number of ticks")]
    [InlineData("C8|::|D8|", 6, 3, "no bar line")]
    [InlineData("C8 : D8|", 6, 4, "no bar line")]
    [InlineData("|:C8|[0D8:|", 6, 8, "an ending")]
    [InlineData("[]C8|", 6, 1, "[CEG]")]
    [InlineData("Z1000|", 6, 1, "1 to 999 bars")]
    [InlineData("C,,,,,,", 6, 1, "out of MIDI's range")]
    [InlineData("C8|\nM:3/4\nC6|", 7, 3, "can't change within a tune")]
    [InlineData("C8|[Q:1/4=90]C8|", 6, 7, "can't change within a tune")]
    [InlineData("V:2\nC8|", 6, 3, "without V:")]
    [InlineData("C8|\nX:2\nT:next", 7, 3, "one tune")]
    public void An_error_names_file_line_and_column_and_what_to_write(string music, int line, int column, string words)
    {
        var error = Played.Error(Played.Header + music);
        Assert.StartsWith($"test.abc, line {line}, column {column}: ", error, StringComparison.Ordinal);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
    }

    [Theory]
    [InlineData("M:4/5", "M:4/4")]
    [InlineData("M:0/4", "M:4/4")]
    [InlineData("M:four", "M:4/4")]
    [InlineData("L:eighth", "L:1/8")]
    [InlineData("Q:fast", "Q:1/4=120")]
    [InlineData("Q:1/4=", "Q:1/4=120")]
    [InlineData("Q:5000", "10 to 1000")]
    [InlineData("K:H", "K:Bb")]
    [InlineData("K:C blue", "K:Bb")]
    [InlineData("K:G#", "other spelling")]
    [InlineData("V:1", "without V:")]
    [InlineData("m:~n=n", "write the notes out")]
    [InlineData("CDEF GABc|", "K: line")]
    public void A_field_that_is_not_understood_says_what_to_write(string field, string words)
    {
        var error = Played.Error($"X:1\n{field}\nK:C\nC8|");
        Assert.StartsWith("test.abc, line 2, column ", error, StringComparison.Ordinal);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no K: line")]
    [InlineData("X:1\nT:only a title\n", "no K: line")]
    [InlineData("X:1\nK:C\n", "no music")]
    public void A_text_without_music_says_what_is_missing(string text, string words) =>
        Assert.Contains(words, Played.Error(text), StringComparison.Ordinal);

    [Fact]
    public void A_text_made_to_fill_the_memory_is_refused()
    {
        var manyBars = string.Join('\n', Enumerable.Repeat("Z999|", 11));
        Assert.Contains("at most 10000 bars", Played.Error(Played.Header + manyBars), StringComparison.Ordinal);
        Assert.Contains("at most 1000 notes", Played.Error(Played.Header + new string('C', 1001)), StringComparison.Ordinal);
        Assert.Contains("more than 10000 characters", Played.Error(Played.Header + new string(' ', 10_001)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_tune_is_read_or_refused_in_one_line()
    {
        const string Signs = "ABcz^_=,'/|:[]()<>-\"{}!%0123456789 \nKMLQVXZ&";
        const string Tune = Played.Header + "|:\"Dm7\"z(3DFA c>e d2-|\"G7\"d[Bd] z/2^c/2=c _B2 A2|1 Z2:|2 \"Cmaj7/E\"G6 z2|]\n";
        var random = new Random(20);
        var refused = 0;
        for (var i = 0; i < 2000; i++)
        {
            var text = Tune.ToCharArray();
            for (var change = random.Next(1, 4); change > 0; change--) text[random.Next(text.Length)] = Signs[random.Next(Signs.Length)];
            try
            {
                Played.File(new string(text));
            }
            catch (MusicException error)
            {
                refused++;
                Assert.StartsWith("test.abc", error.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', error.Message);
            }
        }

        Assert.InRange(refused, 1, 1999);
    }
}
