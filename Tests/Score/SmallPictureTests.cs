using System.Xml.Linq;
using GpuJazz.Music;

namespace GpuJazz.Tests.Score;

public sealed class SmallPictureTests
{
    [Fact]
    public void The_wheel_has_a_sector_for_each_pitch_class_that_is_played_and_twelve_names()
    {
        // 72 74 75 74 72 79 67 70: C D E♭ G B♭.
        var wheel = Drawn(output => PitchClassWheel.Write(Solos.Small.Melody, output, "a & b"));
        Assert.Equal(5, wheel.Count(element => Class(element) == "sector"));
        Assert.Equal(
            ["C", "G", "D", "A", "E", "B", "G♭", "D♭", "A♭", "E♭", "B♭", "F"],
            wheel.Where(element => Class(element) == "class-name middle").Select(element => element.Value));
        Assert.DoesNotContain(Drawn(output => PitchClassWheel.Write([], output, "")), element => Class(element) == "sector");
    }

    [Fact]
    public void The_strip_has_every_note_and_a_block_in_its_tunes_color_for_each_passage()
    {
        CopiedPassage[] passages = [new(0, 3, 1, "one", 4, 0), new(4, 2, 1, "two & <three>", 9, -5), new(6, 2, 3, "one", 12, 2)];
        var strip = Drawn(output => AttributionStrip.Write(Solos.Small, passages, output, "x"));
        Assert.Equal(8, strip.Count(element => Class(element) == "own"));
        var blocks = strip.Where(element => element.Elements().Any(child => child.Name.LocalName == "title")).ToArray();
        Assert.Equal(["tune-0", "tune-1", "tune-0"], blocks.Select(Class));
        Assert.Equal(passages.Select(passage => passage.ToString()), blocks.Select(block => block.Value));
        Assert.Contains(strip, element => element.Value == "7 of 8 notes");
    }

    private static XElement[] Drawn(Action<TextWriter> draw)
    {
        using var output = new StringWriter();
        draw(output);
        return [.. XDocument.Parse(output.ToString()).Root!.Elements()];
    }

    private static string? Class(XElement element) => element.Attribute("class")?.Value;
}
