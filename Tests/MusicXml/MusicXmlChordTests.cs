using static GpuJazz.Tests.MusicXml.Score;

namespace GpuJazz.Tests.MusicXml;

public class MusicXmlChordTests
{
    [Theory]
    [InlineData("C", "major", new[] { 0, 4, 7 })]
    [InlineData("D", "minor-seventh", new[] { 2, 5, 9, 0 })]
    [InlineData("Bb", "major-seventh", new[] { 10, 2, 5, 9 })]
    [InlineData("F#", "half-diminished", new[] { 6, 9, 0, 4 })]
    [InlineData("B", "diminished-seventh", new[] { 11, 2, 5, 8 })]
    [InlineData("G", "suspended-fourth", new[] { 7, 0, 2 })]
    [InlineData("A", "minor-sixth", new[] { 9, 0, 4, 6 })]
    public void Kinds_are_the_standards(string root, string kind, int[] pitchClasses) =>
        Assert.Equal(pitchClasses.Order(), Classes(Chord(root, kind)));

    [Fact]
    public void Degrees_change_a_chord() => Assert.Equal(
        Classes(Chord("G", "dominant")).Append(8).Order(),
        Classes(Chord("G", "dominant", "<degree><degree-value>9</degree-value><degree-alter>-1</degree-alter><degree-type>add</degree-type></degree>")));

    [Fact]
    public void The_bass_is_below()
    {
        var file = Read(Of(Attributes + Chord("C", "major-seventh", "<bass><bass-step>E</bass-step></bass>") + Notes("G4:48")));
        Assert.Equal(4, Abc.Played.Notes(file, "Chords").Min(note => note.Pitch) % 12);
    }

    [Fact]
    public void A_kind_that_the_standard_lacks_is_read_from_its_text() =>
        Assert.Equal([0, 2, 5, 7], Classes("<harmony><root><root-step>G</root-step></root><kind text=\"7sus4\">other</kind></harmony>"));

    [Fact]
    public void A_chord_sounds_until_the_next_and_over_bar_lines()
    {
        var first = Attributes + Chord("D", "minor-seventh") + Notes("D4:24") + Chord("G", "dominant") + Notes("G4:24");
        var chords = Abc.Played.Chords(Read(Of(first, Notes("C4:48"), Chord("C", "major") + Notes("C4:48"), "<harmony><kind>none</kind></harmony>" + Notes("C4:48"))));
        Assert.Equal([(0L, 960L), (960, 960), (1920, 1920), (3840, 1920)], chords.Select(chord => (chord.Start, chord.Length)));
    }

    [Fact]
    public void An_offset_places_a_chord_within_a_note()
    {
        var chords = Abc.Played.Chords(Read(Of(
            Attributes + Chord("D", "minor-seventh") + Chord("G", "dominant", "<offset>24</offset>") + Notes("D4:48"))));
        Assert.Equal([(0L, 960L), (960, 960)], chords.Select(chord => (chord.Start, chord.Length)));
    }

    [Fact]
    public void The_melody_is_the_staff_under_the_chords()
    {
        var file = Read(Parts(("Flute", [Attributes + Notes("C6:48")]), ("Sax", [Attributes + Chord("C", "major") + Notes("E4:48")])));
        Assert.Equal([64], Abc.Played.Notes(file, "Melody").Select(note => note.Pitch));
        Assert.Equal([84], Abc.Played.Notes(file, "Flute").Select(note => note.Pitch));
    }

    private static int[] Classes(string harmony) =>
        [.. Abc.Played.Notes(Read(Of(Attributes + harmony + Notes("C4:48"))), "Chords").Select(note => note.Pitch % 12).Distinct().Order()];
}
