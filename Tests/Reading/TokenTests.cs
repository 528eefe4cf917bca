using GpuJazz.Music;

namespace GpuJazz.Tests.Reading;

public sealed class TokenTests
{
    private static readonly int[] cMajor = [48, 52, 55];

    [Theory]
    [InlineData("C,0.500", ToneType.Chord, 6)]
    [InlineData("R,0.083", ToneType.Rest, 1)]
    [InlineData("S,0.333", ToneType.Scale, 4)]
    [InlineData("A,0.583", ToneType.Approach, 7)]
    [InlineData("X,71.000", ToneType.Other, 852)]
    public void A_token_without_a_bracket(string text, ToneType type, int twelfths)
    {
        Assert.Equal(new Token(type, new Beats(twelfths)), Token.Parse(text));
        Assert.Equal(text, new Token(type, new Beats(twelfths)).ToString());
    }

    [Fact]
    public void A_token_with_a_bracket()
    {
        var token = Token.Parse("S,0.250,<dd5,d1>");
        Assert.Equal(new Token(ToneType.Scale, Beats.Sixteenth, new Interval(4, 5), new Interval(0, -1)), token);
        Assert.Equal("S,0.250,<dd5,d1>", token.ToString());
    }

    [Fact]
    public void Fewer_decimals_mean_the_same() => Assert.Equal("C,0.250", Token.Parse("C,0.25").ToString());

    [Fact]
    public void Every_duration_is_read_back()
    {
        for (var twelfths = 1; twelfths < 2000; twelfths++)
            Assert.Equal(twelfths, Token.Parse(new Token(ToneType.Rest, new Beats(twelfths)).ToString()).Duration.Twelfths);
    }

    [Theory]
    [InlineData("")]
    [InlineData("C")]
    [InlineData("C,")]
    [InlineData("Q,0.250")]
    [InlineData("CC,0.250")]
    [InlineData("C,0")]
    [InlineData("C,-0.250")]
    [InlineData("C,0.300")]
    [InlineData("C,0.0001")]
    [InlineData("C,1e9")]
    [InlineData("C,99999999999999999999999999999999")]
    [InlineData("C,1000001")]
    [InlineData("C,0.250,<P1>")]
    [InlineData("C,0.250,P1,d-5")]
    [InlineData("C,0.250,<P1,d-5")]
    [InlineData("C,0.250,<P1,>")]
    [InlineData("C,0.250,<P1,d-5>,")]
    public void Other_text_is_refused_by_name(string text) =>
        Assert.StartsWith(
            $"'{text}' is not a token", Assert.Throws<MusicException>(() => Token.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_first_note_of_a_measure_has_no_bracket_and_a_rest_does_not_reset_it()
    {
        // C down to G is P-4: a minor third up M-2, down m-6.
        Assert.Equal(
            ["R,0.250", "C,0.250", "R,0.083", "C,0.333,<M-2,m-6>", "C,0.250,<m3,m-3>"],
            Tokens([Event(0, 3, null), Event(3, 3, 72), Event(6, 1, null), Event(12, 4, 67), Event(16, 3, 67)], [At(0, cMajor)]));
    }

    [Fact]
    public void The_chord_is_the_last_that_has_begun_and_of_several_at_once_the_last_read()
    {
        int[] fSharp = [54, 58, 61];
        int[] dMinor = [50, 53, 57];
        Chord[] chords = [At(24, dMinor), At(12, cMajor), At(12, fSharp), At(36, cMajor)];

        // C is in C major, a semitone from F#'s C#, and in the Dorian scale of D minor.
        MelodyEvent[] melody = [.. new[] { 0, 11, 12, 23, 24, 36 }.Select(start => Event(start, 3, 60))];
        Assert.Equal("CCAASC", string.Concat(Tokens(melody, chords).Select(token => token[0])));
    }

    [Fact]
    public void A_duration_is_the_notes_own_and_not_the_time_to_the_next() =>
        Assert.Equal("C,0.750", Tokens([Event(0, 9, 60), Event(3, 3, 60)], [At(0, cMajor)])[0]);

    [Fact]
    public void A_vocabulary_is_distinct_and_in_ordinal_order()
    {
        var vocabulary = new Vocabulary(["a", "S,0.250", "C,0.250,<d1,P-5>", "C,0.250", "S,0.250", "C,0.250,<P1,d-5>", "C,0.250,<A4,d-2>"]);
        Assert.Equal(["C,0.250", "C,0.250,<A4,d-2>", "C,0.250,<P1,d-5>", "C,0.250,<d1,P-5>", "S,0.250", "a"], vocabulary.Values);
        Assert.Equal(6, vocabulary.Count);
        Assert.Equal("S,0.250", vocabulary[4]);
        Assert.All(Enumerable.Range(0, 6), index => Assert.Equal(index, vocabulary.IndexOf(vocabulary[index])));
        Assert.Equal(-1, vocabulary.IndexOf("X,0.250"));
    }

    private static IReadOnlyList<string> Tokens(MelodyEvent[] melody, Chord[] chords) =>
        Tokenizer.Tokens(new Tune("test", [new Measure(0, Beats.Zero, Beats.Quarters(4), melody, chords)], Beats.Quarters(4), 120, []))[0];

    private static MelodyEvent Event(int start, int length, int? pitch) => new(new(start), new(length), pitch);

    private static Chord At(int start, int[] pitches) => new(new(start), new(12), pitches);
}
