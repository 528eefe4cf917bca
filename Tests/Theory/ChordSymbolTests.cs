using GpuJazz.Music;

namespace GpuJazz.Tests.Theory;

public class ChordSymbolTests
{
    [Theory]
    [InlineData("C", 0, "", 0, "0 4 7")]
    [InlineData("Dm7", 2, "m7", 2, "0 3 7 10")]
    [InlineData("D-7", 2, "m7", 2, "0 3 7 10")]
    [InlineData("Dmin7", 2, "m7", 2, "0 3 7 10")]
    [InlineData("G7", 7, "7", 7, "0 4 7 10")]
    [InlineData("G7(b9)", 7, "7b9", 7, "0 4 7 10 13")]
    [InlineData("G7b9", 7, "7b9", 7, "0 4 7 10 13")]
    [InlineData("G7(b9,#11)", 7, "7b9#11", 7, "0 4 7 10 13 18")]
    [InlineData("G7b9b13", 7, "7b9b13", 7, "0 4 7 10 13 20")]
    [InlineData("G7#5", 7, "7#5", 7, "0 4 8 10")]
    [InlineData("Cmaj7", 0, "maj7", 0, "0 4 7 11")]
    [InlineData("CM7", 0, "maj7", 0, "0 4 7 11")]
    [InlineData("CΔ", 0, "maj7", 0, "0 4 7 11")]
    [InlineData("CΔ7", 0, "maj7", 0, "0 4 7 11")]
    [InlineData("C∆7", 0, "maj7", 0, "0 4 7 11")]
    [InlineData("C^7", 0, "maj7", 0, "0 4 7 11")]
    [InlineData("C^9/E", 0, "maj9", 4, "0 4 7 11 14")]
    [InlineData("C-^7", 0, "mMaj7", 0, "0 3 7 11")]
    [InlineData("Bø7", 11, "m7b5", 11, "0 3 6 10")]
    [InlineData("BØ7", 11, "m7b5", 11, "0 3 6 10")]
    [InlineData("Bo7", 11, "dim7", 11, "0 3 6 9")]
    [InlineData("D−7", 2, "m7", 2, "0 3 7 10")]
    [InlineData("Bbm7b5", 10, "m7b5", 10, "0 3 6 10")]
    [InlineData("Bø", 11, "m7b5", 11, "0 3 6 10")]
    [InlineData("B♭7", 10, "7", 10, "0 4 7 10")]
    [InlineData("F#dim7", 6, "dim7", 6, "0 3 6 9")]
    [InlineData("F#°7", 6, "dim7", 6, "0 3 6 9")]
    [InlineData("Cb", 11, "", 11, "0 4 7")]
    [InlineData("A7alt", 9, "7alt", 9, "0 4 8 10 13")]
    [InlineData("C6/9", 0, "6/9", 0, "0 4 7 9 14")]
    [InlineData("C6/9/G", 0, "6/9", 7, "0 4 7 9 14")]
    [InlineData("Cmaj7/E", 0, "maj7", 4, "0 4 7 11")]
    [InlineData("Am/G#", 9, "m", 8, "0 3 7")]
    [InlineData("Esus4", 4, "sus4", 4, "0 5 7")]
    [InlineData("E7sus4", 4, "7sus4", 4, "0 5 7 10")]
    [InlineData("Am(maj7)", 9, "mMaj7", 9, "0 3 7 11")]
    [InlineData("D9", 2, "9", 2, "0 4 7 10 14")]
    [InlineData("D13", 2, "13", 2, "0 4 7 10 14 21")]
    [InlineData("Eb+", 3, "aug", 3, "0 4 8")]
    public void A_symbol_names_root_quality_bass_and_notes(string text, int root, string quality, int bass, string intervals)
    {
        var chord = ChordSymbol.Parse(text);
        Assert.Equal((root, quality, bass), (chord.Root, chord.Quality, chord.Bass));
        Assert.Equal(intervals, string.Join(' ', chord.Intervals));
        Assert.Equal(text, chord.ToString());
        Assert.False(chord.IsNone);
    }

    [Fact]
    public void No_chord_has_no_pitches()
    {
        var chord = ChordSymbol.Parse("N.C.");
        Assert.True(chord.IsNone);
        Assert.Empty(chord.Pitches);
    }

    [Theory]
    [InlineData("")]
    [InlineData("H7")]
    [InlineData("dm7")]
    [InlineData("Cmaj8")]
    [InlineData("C7()")]
    [InlineData("C7b10")]
    [InlineData("C/")]
    [InlineData("C/H")]
    [InlineData("/C")]
    public void Another_symbol_is_refused_with_a_list_of_what_is_understood(string text)
    {
        var error = Assert.Throws<MusicException>(() => ChordSymbol.Parse(text)).Message;
        Assert.Contains($"'{text}'", error, StringComparison.Ordinal);
        Assert.Contains(ChordSymbol.Accepted, error, StringComparison.Ordinal);
        Assert.Null(ChordSymbol.TryParse(text));
    }

    [Fact]
    public void Every_kind_that_is_listed_is_understood()
    {
        var kinds = ChordSymbol.Accepted.Split(';')[1].Replace(" then nothing,", "", StringComparison.Ordinal);
        var names = kinds.Split([",", " or "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.True(names.Length > 25);
        Assert.All(names, name => Assert.Equal(name, ChordSymbol.Parse("D" + name).Quality));
    }

    [Theory]
    [InlineData("Cmaj7")]
    [InlineData("Dm7/G")]
    [InlineData("F#m7b5")]
    [InlineData("B13")]
    [InlineData("E5")]
    public void A_voicing_has_the_bass_lowest_and_every_note_once(string text)
    {
        var chord = ChordSymbol.Parse(text);
        Assert.Equal(chord.Bass, chord.Pitches[0] % 12);
        Assert.Equal(chord.Pitches.Order(), chord.Pitches);
        Assert.InRange(chord.Pitches[0], 41, 52);
        Assert.All(chord.Pitches.Skip(1), pitch => Assert.InRange(pitch, 53, 70));
        var classes = chord.Intervals.Select(interval => (chord.Root + interval) % 12).Append(chord.Bass).Distinct().Order();
        Assert.Equal(classes, chord.Pitches.Select(pitch => pitch % 12).Order());
    }

    // In the roots whose chords the fixed spelling (C C# D E- E F F# G G# A B- B) writes in thirds.
    [Theory]
    [InlineData("C", "C F G B- ")]
    [InlineData("m", "C D E F G A B- B ")]
    [InlineData("7", "C D F G ")]
    [InlineData("maj7", "C D E- F G B- ")]
    [InlineData("m7", "C D E F# G A B C# ")]
    [InlineData("m7b5", "A B C# E F# ")]
    [InlineData("9", "C F G ")]
    public void The_analysis_of_a_voicing_finds_its_root(string kind, string roots)
    {
        foreach (var root in roots.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var chord = ChordSymbol.Parse(root.Replace('-', 'b') + (kind == "C" ? "" : kind));
            Assert.Equal(root, ChordAnalysis.Of(chord.Pitches).Root.Name);
        }
    }
}
