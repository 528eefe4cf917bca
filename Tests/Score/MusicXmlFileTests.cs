using System.Globalization;
using System.Xml.Linq;
using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Score;

/// <summary>Written scores: well-formed, every measure full, every note as long as it is worth, and the same when they are read.</summary>
public sealed class MusicXmlFileTests
{
    private static readonly string[] Values = ["whole", "half", "quarter", "eighth", "16th", "32nd"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_measure_is_full_of_note_values_of_their_true_length(int seed)
    {
        var solo = Solos.Random(seed);
        var measures = Written(solo).Descendants("measure").ToArray();
        Assert.Equal(Enumerable.Range(1, measures.Length).Select(number => $"{number}"), measures.Select(measure => (string?)measure.Attribute("number")));
        foreach (var measure in measures)
        {
            var notes = measure.Elements("note").ToArray();
            Assert.Equal(solo.MeasureLength.Twelfths, notes.Sum(Duration));
            Assert.All(notes, note => Assert.Equal(ValueOf(note), Duration(note)));
        }

        Assert.True(measures.Length * solo.MeasureLength.Twelfths >= solo.End.Twelfths);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ties_and_brackets_are_closed(int seed)
    {
        var notes = Written(Solos.Random(seed)).Descendants("note").ToArray();
        XElement? open = null;
        var inBracket = false;
        foreach (var note in notes)
        {
            var (ties, brackets) = (Types(note.Elements("tie")), Types(note.Descendants("tuplet")));
            Assert.Equal(ties, Types(note.Descendants("tied")));
            Assert.Equal(open is not null, ties.Contains("stop"));
            if (open is not null) Assert.Equal(open.Element("pitch")!.ToString(), note.Element("pitch")!.ToString());
            open = ties.Contains("start") ? note : null;

            if (brackets.Contains("start")) Assert.False(inBracket);
            inBracket |= brackets.Contains("start");
            Assert.Equal(inBracket, note.Element("time-modification") is not null);
            if (brackets.Contains("stop")) inBracket = false;
        }

        Assert.Null(open);
    }

    [Fact]
    public void Swung_pairs_are_eighths_under_the_word_and_triplets_are_triplets()
    {
        Solo solo = new([Note(0, 8), Note(8, 4), Note(12, 4), Note(16, 4), Note(20, 4), Note(24, 24)], [], Beats.Quarters(4), 120);
        var score = Written(solo);
        Assert.Equal("Swing", score.Descendants("words").Single().Value);
        Assert.Equal(
            ["eighth 6", "eighth 6", "eighth 4", "eighth 4", "eighth 4", "half 24"],
            score.Descendants("note").Select(note => $"{note.Element("type")!.Value} {Duration(note)}"));
    }

    [Fact]
    public void Chords_have_their_names_where_they_change()
    {
        Solo solo = new([Note(0, 48), Note(48, 48)], [], Beats.Quarters(4), 120)
        {
            Harmony =
            [
                new(new(0), new(24), [50, 53, 57, 60]), new(new(24), new(24), [43, 53, 56, 59, 62]), new(new(48), new(48), [52, 55, 60]),
            ],
        };
        var names = Written(solo).Descendants("harmony").ToArray();
        Assert.Equal(
            ["D minor-seventh m7", "G dominant 7b9", "C major "],
            names.Select(name => $"{name.Element("root")!.Element("root-step")!.Value} {name.Element("kind")!.Value} {(string?)name.Element("kind")!.Attribute("text")}"));
        Assert.Equal("24", names[1].Element("offset")!.Value);
        Assert.Equal("E", names[2].Element("bass")!.Element("bass-step")!.Value);
    }

    [Fact]
    public void A_score_is_read_again_with_its_notes_and_chords()
    {
        var changes = NamedForm.Find("rhythm changes")!.Value.Form.InKey(null);
        string[] tokens = [.. Enumerable.Repeat((string[])["C,0.500", "S,0.500", "C,0.250", "C,0.750", "R,1.000"], 60).SelectMany(token => token)];
        var solo = SoloRealizer.Realize(tokens, changes, new SoloSettings { Bars = 32 }).Solo;
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("score.musicxml"), Written(solo).ToString());
        var read = MusicXmlReader.Read(folder.File("score.musicxml"));
        var melody = SoloMidi.FromMidi(read, "score").Melody;
        Assert.Equal(solo.Melody.Select(note => (note.Start, note.Pitch)), melody.Select(note => (note.Start, note.Pitch)));
        Assert.NotEmpty(read.Chunks.OfType<TrackChunk>());
    }

    private static Note Note(int start, int length) => new(new(start), new(length), 72);

    private static XDocument Written(Solo solo)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        MusicXmlFile.Write(solo, text, "A \"title\" & more");
        return XDocument.Parse(text.ToString());
    }

    private static string[] Types(IEnumerable<XElement> elements) => [.. elements.Select(element => (string)element.Attribute("type")!)];

    private static int Duration(XElement note) => int.Parse(note.Element("duration")!.Value, CultureInfo.InvariantCulture);

    // In twelfths of a quarter, from the note value's name, its dot and its triplet.
    private static double ValueOf(XElement note)
    {
        var value = 48 / Math.Pow(2, Array.IndexOf(Values, note.Element("type")!.Value));
        if (note.Element("dot") is not null) value *= 1.5;
        return note.Element("time-modification") is null ? value : value * 2 / 3;
    }
}
