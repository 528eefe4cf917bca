using GpuJazz.Model.Drawing;

namespace GpuJazz.Model.Measuring;

/// <summary>A scaling curve as an SVG picture that needs nothing else: both axes logarithmic, with the least time that the peak would allow.</summary>
public static class ScalingChart
{
    private const string Floor = "#bf5b04";

    /// <summary>Draws the curve; the same points give the same text.</summary>
    /// <param name="output">Receives the SVG.</param>
    /// <param name="curve">What was measured.</param>
    public static void Write(TextWriter output, ScalingCurve curve)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(curve);
        var points = curve.Points;
        double[] floors = [.. points.Select(point => point.Operations / curve.Peak)];
        var (lowest, highest) = (floors.Min() / 1.6, points.Max(point => point.Timing.Median) * 1.8);
        var first = Math.Log10(points[0].Size);
        var x = new ChartAxis(first, Math.Max(Math.Log10(points[^1].Size), first + 0.1), SvgChart.Left + 30, SvgChart.Right - 30);
        var y = new ChartAxis(Math.Log10(lowest), Math.Log10(highest), SvgChart.Bottom, SvgChart.Top);
        (double X, double Y) Place(double size, double seconds) => (x.Place(Math.Log10(size)), y.Place(Math.Log10(seconds)));

        var svg = new SvgChart(
            $"Time of one training update by {NameOf(curve.Varied)}",
            $"One training update by {NameOf(curve.Varied)}",
            $"{curve.Fixed} · {curve.Machine} · {curve.Date}");
        foreach (var seconds in ChartAxis.LogarithmicTicks(lowest, highest)) svg.GridLine(y.Place(Math.Log10(seconds)), $"{Duration(seconds)}");
        svg.HorizontalAxis(
            $"{NameOf(curve.Varied)}, {curve.Varied}", points.Select(point => (Place(point.Size, 1).X, FormattableString.Invariant($"{point.Size:N0}"))));

        var floor = string.Join(' ', points.Select((point, index) => Text(Place(point.Size, floors[index]))));
        svg.Line($"<polyline points=\"{floor}\" fill=\"none\" stroke=\"{Floor}\" stroke-width=\"1.5\" stroke-dasharray=\"6 5\"/>");
        svg.Line($"<path d=\"M{SvgChart.Right - 330} {SvgChart.Bottom - 19}h34\" stroke=\"{Floor}\" stroke-width=\"1.5\" stroke-dasharray=\"6 5\"/>");
        svg.Text(SvgChart.Right - 288, SvgChart.Bottom - 14, $"fill=\"{Floor}\"", $"floor: all its products at {curve.Peak / 1e9:N0} GFLOP/s, the peak");
        svg.Curve(points.Select(point => Place(point.Size, point.Timing.Median)));
        foreach (var point in points)
        {
            var (at, top) = Place(point.Size, point.Timing.Median);
            svg.Dot(at, top);
            svg.Text(at, top - 14, $"text-anchor=\"middle\" {SvgChart.StrongStyle}", $"{point.ShareOf(curve.Peak):P0}");
        }

        svg.Line($"<circle cx=\"{SvgChart.Right - 313}\" cy=\"{SvgChart.Bottom - 41}\" r=\"4.5\" fill=\"#0550ae\"/>");
        svg.Text(SvgChart.Right - 288, SvgChart.Bottom - 36, "fill=\"#0550ae\"", $"measured, and its share of the peak");
        output.Write(svg.ToString());
    }

    private static string NameOf(string varied) => varied switch
    {
        "m" => "sequences in a batch",
        "H" => "hidden units",
        "V" => "vocabulary",
        _ => varied,
    };

    private static string Text((double X, double Y) place) => FormattableString.Invariant($"{place.X:F1},{place.Y:F1}");

    private static string Duration(double seconds) => seconds switch
    {
        < 1e-3 => FormattableString.Invariant($"{seconds * 1e6:0.#} µs"),
        < 1 => FormattableString.Invariant($"{seconds * 1e3:0.#} ms"),
        _ => FormattableString.Invariant($"{seconds:0.#} s"),
    };
}
