using System.Globalization;
using System.Xml.Linq;

namespace GpuJazz.Music;

/// <summary>Reads values of a score. What is missing or not understood is the fallback: players of scores read on over it.</summary>
internal static class MusicXmlNumbers
{
    /// <summary>A child's text without white space around it.</summary>
    /// <param name="element">The element.</param>
    /// <param name="child">The child's name.</param>
    /// <returns>The text, or null if there is no such child.</returns>
    public static string? Text(this XElement element, string child) => element.Element(child)?.Value.Trim();

    /// <summary>A child's whole number.</summary>
    /// <param name="element">The element.</param>
    /// <param name="child">The child's name.</param>
    /// <param name="lowest">The lowest number that makes sense.</param>
    /// <param name="highest">The highest.</param>
    /// <param name="fallback">What stands for a number that is missing or outside.</param>
    public static int Whole(this XElement element, string child, int lowest, int highest, int fallback = 0) =>
        Whole(element.Text(child), lowest, highest, fallback);

    /// <summary>A whole number. Some programs write 2.0.</summary>
    /// <param name="text">Its text; null if there is none.</param>
    /// <param name="lowest">The lowest number that makes sense.</param>
    /// <param name="highest">The highest.</param>
    /// <param name="fallback">What stands for a number that is missing or outside.</param>
    public static int Whole(string? text, int lowest, int highest, int fallback) => (int)Real(text, lowest, highest, fallback);

    /// <summary>A number.</summary>
    /// <param name="text">Its text; null if there is none.</param>
    /// <param name="lowest">The lowest number that makes sense.</param>
    /// <param name="highest">The highest.</param>
    /// <param name="fallback">What stands for a number that is missing or outside.</param>
    public static double Real(string? text, double lowest, double highest, double fallback) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= lowest && value <= highest
            ? value
            : fallback;
}
