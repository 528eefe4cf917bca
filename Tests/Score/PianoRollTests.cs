using System.Globalization;
using System.Xml.Linq;
using GpuJazz.Music;

namespace GpuJazz.Tests.Score;

public sealed class PianoRollTests
{
    [Fact]
    public void The_picture_is_as_it_was() => GoldenFile.Check("piano-roll.svg", Draw(Solos.Small, "Five measures & a <title>"));

    [Fact]
    public void There_is_a_bar_for_every_note_and_one_for_every_pitch_of_a_chord()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var solo = Solos.Random(seed);
            var melody = Group(solo, "melody");
            Assert.Equal(solo.Melody.Count, melody.Count(rect => rect.Attribute("class")!.Value == "note"));
            Assert.True(Group(solo, "chords").Count >= solo.Chords.Sum(chord => chord.Pitches.Count));
        }
    }

    [Fact]
    public void A_note_that_goes_on_in_the_next_system_is_drawn_in_both()
    {
        var tied = Solos.Small with { Melody = [new(Beats.Quarters(15), Beats.Quarters(2), 72)] };
        Assert.Equal(["note", "note tied"], Group(tied, "melody").Select(rect => rect.Attribute("class")!.Value));
    }

    [Fact]
    public void Notes_stand_at_their_time_and_higher_notes_stand_higher()
    {
        var bars = Group(Solos.Small, "melody");
        Assert.True(Value(bars[0], "x") < Value(bars[1], "x"));
        Assert.True(Value(bars[1], "y") < Value(bars[0], "y"));
        Assert.Equal(2 * Value(bars[2], "width"), Value(bars[6], "width") * 4 / 6, 0.05);
    }

    [Theory]
    [InlineData("a & b < c > \"d\"")]
    [InlineData("control \u0001, half a pair \ud83c, a whole \ud83c\udfb7")]
    [InlineData("")]
    public void Any_title_makes_valid_xml(string title) =>
        Assert.Equal("svg", XDocument.Parse(Draw(Solos.Small, title)).Root!.Name.LocalName);

    [Fact]
    public void A_solo_without_notes_is_an_empty_measure() =>
        Assert.Empty(Group(new Solo([], [], Beats.Quarters(3), 100), "melody"));

    [Fact]
    public void The_culture_does_not_matter()
    {
        var expected = Draw(Solos.Small, "x");
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, Draw(Solos.Small, "x"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_solo_of_a_million_measures_is_refused() =>
        Assert.Throws<MusicException>(() => Draw(Solos.Small with { Melody = [new(Beats.Quarters(4_000_000), new(1), 60)] }, "x"));

    private static string Draw(Solo solo, string title)
    {
        using var output = new StringWriter();
        PianoRoll.Write(solo, output, title);
        return output.ToString();
    }

    private static List<XElement> Group(Solo solo, string style) =>
        [.. XDocument.Parse(Draw(solo, "test")).Root!.Elements().Single(element => element.Attribute("class")?.Value == style).Elements()];

    private static double Value(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
