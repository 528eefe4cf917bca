using System.Globalization;
using System.Xml.Linq;
using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class LossCurveTests
{
    private static readonly RunDescription Run = new(new TrainingSettings(), 64, "CPU", 78, 193, 41_678);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void Is_well_formed_and_stays_within_the_picture(int count)
    {
        var svg = XDocument.Parse(Draw(Curve(count))).Root!;

        var places = svg.Descendants().Where(element => element.Name.LocalName == "polyline").SelectMany(Points).ToArray();
        Assert.Equal(count > 0, places.Length > 0);
        Assert.InRange(places.Length, Math.Min(count, 700), Math.Min(count, 1600));
        Assert.All(places, place => Assert.InRange(place.X, 70, 820));
        Assert.All(places, place => Assert.InRange(place.Y, 96, 396));
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First.X <= pair.Second.X && pair.First.Y <= pair.Second.Y, "the curve falls to the right"));
    }

    [Fact]
    public void Names_the_final_loss_and_the_loss_of_guessing()
    {
        var texts = XDocument.Parse(Draw(Curve(100))).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToArray();

        Assert.Contains("5.99 after epoch 100", texts);
        Assert.Contains("uniform guessing: 29 · ln 78 = 126.34", texts);
        Assert.Contains("epoch", texts);
        Assert.Subset(texts.ToHashSet(), new HashSet<string> { "1", "10", "50", "100", "5", "20" });
    }

    [Fact]
    public void The_same_epochs_give_the_same_text_in_any_culture()
    {
        var expected = Draw(Curve(30));
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Assert.Equal(expected, Draw(Curve(30)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Losses_that_are_no_number_or_nothing_leave_a_picture()
    {
        EpochMetrics[] epochs = [Epoch(1, 120), Epoch(2, float.NaN), Epoch(3, float.PositiveInfinity), Epoch(4, 0)];

        var svg = Draw(epochs);

        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", svg, StringComparison.Ordinal);
        Assert.Equal(2, XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "polyline").SelectMany(Points).Count());
    }

    [Fact]
    public void Tunes_held_out_have_a_second_line_with_its_best_epoch()
    {
        var epochs = Curve(20).Select(epoch => epoch with { HeldOutLoss = 2 + (0.01 * Math.Pow(epoch.Epoch - 8, 2)) }).ToArray();
        epochs[2] = epochs[2] with { HeldOutLoss = double.NaN };

        var lines = XDocument.Parse(Draw(epochs)).Descendants().Where(element => element.Name.LocalName == "polyline").ToArray();

        Assert.Equal([20, 19], lines.Select(line => Points(line).Count()));
        Assert.Equal(2, lines.Select(line => line.Attribute("stroke")!.Value).Distinct().Count());
        Assert.All(lines.SelectMany(Points), place => Assert.InRange(place.Y, 96, 396));
        Assert.Contains("held out: 58.00 at best, after epoch 8", Draw(epochs), StringComparison.Ordinal);
        Assert.DoesNotContain("held out", Draw(Curve(20)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_vocabulary_of_one_token_can_be_drawn()
    {
        using var output = new StringWriter();

        LossCurve.Write(output, Run with { VocabularySize = 1 }, [Epoch(1, 0), Epoch(2, 0)]);

        Assert.DoesNotContain("NaN", output.ToString(), StringComparison.Ordinal);
    }

    private static string Draw(IReadOnlyList<EpochMetrics> epochs)
    {
        using var output = new StringWriter();
        LossCurve.Write(output, Run, epochs);
        return output.ToString();
    }

    /// <summary>Falls from 125.85 to 5.994 as the published run does.</summary>
    private static EpochMetrics[] Curve(int count) =>
        [.. Enumerable.Range(1, count).Select(epoch => Epoch(epoch, (float)(5.994 + (119.856 * (Math.Exp(-(epoch - 1) / (0.2 * count)) - Math.Exp(-(count - 1) / (0.2 * count)))))))];

    private static EpochMetrics Epoch(int number, float loss) => new(number, loss, [loss, 0], [0, 0], 0.1);

    private static IEnumerable<(double X, double Y)> Points(XElement polyline) => polyline.Attribute("points")!.Value.Split(' ')
        .Select(point => point.Split(',')).Select(pair => (double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture)));
}
