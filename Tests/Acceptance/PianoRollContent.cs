using System.Globalization;
using System.Xml.Linq;

namespace GpuJazz.Tests.Acceptance;

/// <summary>What a piano roll shows, read as XML.</summary>
/// <param name="Marks">The notes' rectangles; those of the legend have no title.</param>
/// <param name="BarLines">Where the bar lines stand.</param>
/// <param name="BeatNumbers">The texts under the systems and where they stand.</param>
internal sealed record PianoRollContent(
    IReadOnlyList<PianoRollContent.Mark> Marks, IReadOnlyList<double> BarLines, IReadOnlyList<(string Text, double X)> BeatNumbers)
{
    /// <summary>A rectangle: of a chord or of the melody.</summary>
    internal sealed record Mark(bool Melody, double X, double Y, double Width, double Height);

    public static PianoRollContent Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        Assert.Equal("{http://www.w3.org/2000/svg}svg", root.Name.ToString());
        var all = root.Descendants().ToArray();
        var titled = all.Where(element => element.Elements().Any(child => child.Name.LocalName == "title"));
        var marks = titled.Where(element => Is(element, "rect", "note") || Is(element, "rect", "chord"));
        var beats = all.Where(element => Is(element, "text", "beat"));
        return new PianoRollContent(
            [.. marks.Select(MarkOf)],
            [.. all.Where(element => Is(element, "line", "bar-line")).Select(line => Number(line, "x1"))],
            [.. beats.Select(beat => (beat.Value, Number(beat, "x")))]);
    }

    private static bool Is(XElement element, string name, string kind) =>
        element.Name.LocalName == name && $"{element.Attribute("class")?.Value}".Split(' ').Contains(kind);

    private static Mark MarkOf(XElement element) =>
        new(Is(element, "rect", "note"), Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height"));

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
