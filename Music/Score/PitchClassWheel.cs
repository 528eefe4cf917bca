using System.Globalization;

namespace GpuJazz.Music;

/// <summary>Draws how often a melody plays each pitch class, around the circle of fifths: a key is a neighbourhood of large sectors.</summary>
public static class PitchClassWheel
{
    private const double Size = 320;
    private const double Centre = Size / 2;
    private const double Hub = 14;
    private const double Rim = 124;
    private const double Names = 142;
    private const int Fifth = 7;

    /// <summary>Writes the picture. A sector's area is the share of notes.</summary>
    /// <param name="melody">The notes, each counted once.</param>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="title">What it shows.</param>
    public static void Write(IReadOnlyList<Note> melody, TextWriter output, string title)
    {
        var counts = melody.CountBy(note => note.Pitch % 12).ToDictionary();
        var most = counts.Values.DefaultIfEmpty(1).Max();
        using var svg = new SvgWriter(output, Size, Size, title, RollStyle.Sheet);
        svg.Rectangle("paper", 0, 0, Size, Size, corner: 12);
        svg.Path("ring", Centre, Centre, FormattableString.Invariant($"M{-Rim} 0a{Rim} {Rim} 0 1 1 {2 * Rim} 0a{Rim} {Rim} 0 1 1 {-2 * Rim} 0z"));
        for (var place = 0; place < 12; place++)
        {
            var pitchClass = Fifth * place % 12;
            var (x, y) = At(place, Names);
            svg.Text("class-name middle", Centre + x, Centre + y + 5, PitchName.OfClass(pitchClass));
            if (counts.GetValueOrDefault(pitchClass) is var count && count > 0) svg.Path("sector", Centre, Centre, Sector(place, RadiusOf(count / (double)most)));
        }
    }

    // The area between hub and radius is the share of that between hub and rim.
    private static double RadiusOf(double share) => Math.Sqrt((Hub * Hub) + (share * ((Rim * Rim) - (Hub * Hub))));

    private static string Sector(int place, double radius)
    {
        var (from, to) = (place - 0.5, place + 0.5);
        var corners = new[] { At(from, Hub), At(from, radius), At(to, radius), At(to, Hub) }.Select(corner => $"{Number(corner.X)} {Number(corner.Y)}").ToArray();
        return $"M{corners[0]}L{corners[1]}A{Number(radius)} {Number(radius)} 0 0 1 {corners[2]}L{corners[3]}A{Number(Hub)} {Number(Hub)} 0 0 0 {corners[0]}z";
    }

    // Twelve places as on a clock, from the top.
    private static (double X, double Y) At(double place, double radius)
    {
        var (sine, cosine) = Math.SinCos(place * Math.Tau / 12);
        return (radius * sine, -radius * cosine);
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
