using GpuJazz.Model.Drawing;

namespace GpuJazz.Model;

/// <summary>The loss by epoch as an SVG picture that needs nothing else: a logarithmic axis, and the loss of guessing to compare with.</summary>
/// <remarks>The loss of tunes that are held out is drawn as that of a window whose every token is as hard: the mean times T − 1.</remarks>
public static class LossCurve
{
    private const int MostPoints = 1500;
    private const double SmallestLoss = 1e-4;

    private const string HeldOutColor = "#8250df";

    /// <summary>Draws the curve; the same epochs give the same text.</summary>
    /// <param name="output">Receives the SVG.</param>
    /// <param name="run">What the run was.</param>
    /// <param name="epochs">Its epochs in order; may be empty. A loss that is not a number is left out.</param>
    public static void Write(TextWriter output, RunDescription run, IReadOnlyList<EpochMetrics> epochs)
    {
        var steps = run.Settings.Steps;
        var guess = (steps - 1) * Math.Log(run.VocabularySize);
        var points = epochs.Where(epoch => float.IsFinite(epoch.Loss))
            .Select(epoch => (epoch.Epoch, Loss: Math.Max(epoch.Loss, SmallestLoss))).ToArray();
        var heldOut = epochs.Where(epoch => epoch.HeldOutLoss is { } loss && double.IsFinite(loss))
            .Select(epoch => (epoch.Epoch, Loss: Math.Max((steps - 1) * epoch.HeldOutLoss!.Value, SmallestLoss))).ToArray();
        var losses = points.Concat(heldOut).Select(point => point.Loss).ToArray();
        var x = new ChartAxis(1, Math.Max(2, points.Select(point => point.Epoch).DefaultIfEmpty(2).Max()), SvgChart.Left, SvgChart.Right);
        var highest = 1.15 * losses.Append(guess).Append(1).Max();
        var lowest = Math.Min(highest / 10, losses.DefaultIfEmpty(highest).Min() / 1.25);
        var y = new ChartAxis(Math.Log10(lowest), Math.Log10(highest), SvgChart.Bottom, SvgChart.Top);

        var svg = new SvgChart(
            "Training loss by epoch",
            "Training loss",
            $"Cross-entropy in nats, summed over {steps} steps; {run.Hidden} hidden units, {run.VocabularySize} different tokens");
        foreach (var loss in ChartAxis.LogarithmicTicks(lowest, highest)) svg.GridLine(y.Place(Math.Log10(loss)), $"{loss:0.####}");
        svg.HorizontalAxis("epoch", EpochTicks((int)x.Last).Select(epoch => (x.Place(epoch), FormattableString.Invariant($"{epoch}"))));
        var guessY = y.Place(Math.Log10(Math.Max(guess, lowest)));
        svg.Line($"<path d=\"M{SvgChart.Left} {guessY:F1}H{SvgChart.Right}\" stroke=\"#bf5b04\" stroke-width=\"1.5\" stroke-dasharray=\"6 5\"/>");
        svg.Text(
            SvgChart.Right,
            guessY - 8,
            "text-anchor=\"end\" fill=\"#bf5b04\"",
            $"uniform guessing: {steps - 1} · ln {run.VocabularySize} = {guess:0.00}");
        if (points.Length > 0)
        {
            Curve(points, SvgChart.Color);
            var last = points[^1];
            var (endX, endY) = (x.Place(last.Epoch), y.Place(Math.Log10(last.Loss)));
            var labelY = endY + 40 < SvgChart.Bottom ? endY + 30 : endY - 22;
            var anchor = endX > SvgChart.Left + 150 ? "end" : "start";
            svg.Dot(endX, endY);
            svg.Text(endX, labelY, $"text-anchor=\"{anchor}\" {SvgChart.StrongStyle}", $"{last.Loss:0.00} after epoch {last.Epoch}");
        }

        if (heldOut.Length > 0)
        {
            var best = heldOut.MinBy(point => point.Loss);
            Curve(heldOut, HeldOutColor);
            svg.Dot(x.Place(best.Epoch), y.Place(Math.Log10(best.Loss)), HeldOutColor);
            svg.Text(
                SvgChart.Right,
                SvgChart.Top - 12,
                $"text-anchor=\"end\" font-size=\"15\" font-weight=\"600\" fill=\"{HeldOutColor}\"",
                $"held out: {best.Loss:0.00} at best, after epoch {best.Epoch}");
        }

        output.Write(svg.ToString());

        // More points than the picture is wide would only make it larger; the last one always counts.
        void Curve((int Epoch, double Loss)[] line, string color)
        {
            var every = ((line.Length - 1) / MostPoints) + 1;
            svg.Curve(
                line.Where((_, index) => index % every == 0 || index == line.Length - 1)
                    .Select(point => (x.Place(point.Epoch), y.Place(Math.Log10(point.Loss)))),
                color);
        }
    }

    /// <summary>Epoch 1, and the multiples of a round number that make at most ten more.</summary>
    private static IEnumerable<int> EpochTicks(int last)
    {
        var step = 1;
        for (var i = 0; last / step > 10; i++) step = (i % 3) switch { 0 => step * 2, 1 => step / 2 * 5, _ => step * 2 };
        return Enumerable.Range(1, last / step).Select(i => i * step).Where(epoch => epoch > 1).Prepend(1);
    }
}
