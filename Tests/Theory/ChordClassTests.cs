using GpuJazz.Music;

namespace GpuJazz.Tests.Theory;

public sealed class ChordClassTests
{
    [Theory]
    [InlineData("C", 0, ChordFamily.Major)]
    [InlineData("Cmaj7", 0, ChordFamily.Major)]
    [InlineData("F6", 5, ChordFamily.Major)]
    [InlineData("Dm7", 2, ChordFamily.Minor)]
    [InlineData("DmMaj7", 2, ChordFamily.Minor)]
    [InlineData("G7", 7, ChordFamily.Dominant)]
    [InlineData("G7b9", 7, ChordFamily.Dominant)]
    [InlineData("Bm7b5", 11, ChordFamily.HalfDiminished)]
    [InlineData("F#dim7", 6, ChordFamily.Diminished)]
    [InlineData("Eaug", 4, ChordFamily.Augmented)]
    [InlineData("A7sus4", 9, ChordFamily.Suspended)]
    public void A_chord_has_the_class_of_its_symbol_in_any_key(string text, int degree, ChordFamily family)
    {
        var symbol = ChordSymbol.Parse(text);
        Assert.Equal(family, ChordClass.FamilyOf(symbol.Intervals));
        for (var tonic = 0; tonic < 12; tonic++)
            Assert.Equal((degree * 7) + (int)family, ChordClass.Of([.. symbol.Pitches.Select(pitch => pitch + tonic)], tonic));
    }

    [Fact]
    public void What_no_chord_can_be_told_from_is_the_last_class_and_a_foreign_note_is_passed_over()
    {
        Assert.Equal(84, ChordClass.None);
        Assert.Equal(85, ChordClass.Count);
        Assert.Equal(ChordClass.None, ChordClass.Of([60, 72], 0));

        // A whole cluster has no name, and yet a root.
        Assert.Null(ChordSymbol.Naming([48, 52, 55, 59, 61, 68]));
        Assert.Equal((int)ChordFamily.Major, ChordClass.Of([48, 52, 55, 59, 61, 68], 0));
    }

    [Fact]
    public void A_class_is_made_of_its_notes_and_its_root()
    {
        Assert.Equal(ChordClass.Count, ChordClass.Parts.Count);
        Assert.Empty(ChordClass.Parts[ChordClass.None]);
        foreach (var (name, root) in new[] { ("C", 0), ("Dm", 2), ("G7", 7), ("Bm7b5", 11), ("F#dim7", 6), ("Eaug", 4), ("Asus4", 9) })
        {
            var pitches = ChordSymbol.Parse(name).Pitches;
            int[] expected = [.. pitches.Select(pitch => pitch % 12).Distinct(), 12 + root];
            Assert.Equal(expected.Order(), ChordClass.Parts[ChordClass.Of([.. pitches], 0)].Order());
        }
    }

    [Fact]
    public void Each_token_of_a_tune_has_the_chord_under_it_the_same_in_every_key()
    {
        var (tonic, fifth) = (new Chord(new(0), new(24), [48, 64, 67, 71]), new Chord(new(24), new(24), [43, 59, 65]));
        MelodyEvent[] melody = [new(new(0), new(18), 72), new(new(18), new(6), null), new(new(24), new(12), 74), new(new(36), new(12), 76)];
        var tune = new Tune("tune", [new Measure(0, Beats.Zero, new(48), melody, [tonic, fifth])], new(48), 120, []) { Key = new Key(0, false) };
        int[] expected = [(int)ChordFamily.Major, (int)ChordFamily.Major, (7 * 7) + (int)ChordFamily.Dominant, (7 * 7) + (int)ChordFamily.Dominant];
        Assert.Equal(expected, HeardChords.Of(tune));
        Assert.All(Transposition.Of(tune, TransposeKind.All), other => Assert.Equal(expected, HeardChords.Of(other)));

        // To tokens that name pitches a root is a pitch class.
        Assert.Equal(expected, HeardChords.Of(tune, TokenKind.Absolute));
        Assert.Equal([14, 14, 63 + 2, 63 + 2], HeardChords.Of(Transposition.By(tune, 2), TokenKind.Absolute));
    }
}
