using System.Globalization;
using System.Xml.Linq;
using GpuJazz.Model.Measuring;

namespace GpuJazz.Tests.Model.Measuring;

public sealed class ScalingChartTests
{
    private const double Peak = 300e9;

    [Theory]
    [InlineData(60)]
    [InlineData(60, 240, 960, 65_536)]
    public void Each_size_has_a_point_and_its_share_of_the_peak_above_the_floor(params int[] sizes)
    {
        var svg = Draw([.. sizes.Select(size => Point(size, size * 1e-4))]);
        var lines = svg.Descendants().Where(element => element.Name.LocalName == "polyline").Select(Points).ToArray();
        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToArray();
        var (floor, measured) = (lines[0], lines[1]);
        Assert.Equal((sizes.Length, sizes.Length), (floor.Length, measured.Length));
        Assert.All(floor.Zip(measured), pair => Assert.True(pair.First.X == pair.Second.X && pair.First.Y > pair.Second.Y, "more time is further up"));
        Assert.All(lines.SelectMany(line => line), place => Assert.True(place is { X: >= 70 and <= 820, Y: >= 96 and <= 396 }, $"{place} is outside"));
        Assert.Equal(sizes.Length, texts.Count(text => text == "25 %"));
        Assert.All(sizes, size => Assert.Contains(size.ToString("N0", CultureInfo.InvariantCulture), texts));
        Assert.Contains("T = 30 · 2 cores · 2026-01-31", texts);
        Assert.Contains(texts, text => text.Contains("300 GFLOP/s", StringComparison.Ordinal));
    }

    [Fact]
    public void On_logarithmic_axes_equal_factors_are_equal_distances()
    {
        var measured = Points(Draw([Point(10, 1e-3), Point(100, 1e-2), Point(1000, 1e-1)]).Descendants()
            .Where(element => element.Name.LocalName == "polyline").Last());
        Assert.Equal(measured[1].X - measured[0].X, measured[2].X - measured[1].X, 0.11);
        Assert.Equal(measured[1].Y - measured[0].Y, measured[2].Y - measured[1].Y, 0.11);
    }

    // A quarter of the peak.
    private static ScalingPoint Point(int size, double seconds) => new(size, seconds * Peak / 4, 1e-7, new(seconds, seconds, seconds, seconds, 3));

    private static XElement Draw(ScalingPoint[] points)
    {
        using var output = new StringWriter();
        ScalingChart.Write(output, new("m", "T = 30", "2 cores", "2026-01-31", Peak, points));
        return XDocument.Parse(output.ToString()).Root!;
    }

    private static (double X, double Y)[] Points(XElement polyline) =>
    [
        .. polyline.Attribute("points")!.Value.Split(' ').Select(point => point.Split(','))
            .Select(pair => (double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture))),
    ];
}
