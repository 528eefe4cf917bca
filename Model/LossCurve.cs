using System.Globalization;
using System.Text;

namespace GpuJazz.Model;

/// <summary>The loss by epoch as an SVG picture that needs nothing else: a logarithmic axis, and the loss of guessing to compare with.</summary>
public static class LossCurve
{
    private const double Left = 70, Right = 820, Top = 96, Bottom = 396;
    private const int MostPoints = 1500;
    private const double SmallestLoss = 1e-4;

    private const string Opening = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 460" width="860" height="460" role="img" aria-label="Training loss by epoch"
          font-family="'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif" font-size="13" fill="#57606a">
        <rect x="0.5" y="0.5" width="859" height="459" rx="8" fill="#ffffff" stroke="#d0d7de"/>

        """;

    private const string HeldOutColor = "#8250df";

    private const string FinalStyle =
        "font-size=\"15\" font-weight=\"600\" fill=\"#0550ae\" stroke=\"#ffffff\" stroke-width=\"5\" paint-order=\"stroke\"";

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
        var x = new Axis(1, Math.Max(2, points.Select(point => point.Epoch).DefaultIfEmpty(2).Max()), Left, Right);
        var heldOut = epochs.Where(epoch => epoch.HeldOutLoss is { } loss && double.IsFinite(loss))
            .Select(epoch => (epoch.Epoch, Loss: Math.Max((steps - 1) * epoch.HeldOutLoss!.Value, SmallestLoss))).ToArray();
        var losses = points.Concat(heldOut).Select(point => point.Loss).ToArray();
        var highest = 1.15 * losses.Append(guess).Append(1).Max();
        var lowest = Math.Min(highest / 10, losses.DefaultIfEmpty(highest).Min() / 1.25);
        var y = new Axis(Math.Log10(lowest), Math.Log10(highest), Bottom, Top);

        var svg = new StringBuilder();
        void Line(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        void Text(double left, double top, string style, FormattableString text) =>
            Line($"<text x=\"{left:0.#}\" y=\"{top:0.#}\" {style}>{text.ToString(CultureInfo.InvariantCulture)}</text>");

        svg.Append(Opening);
        Text(24, 38, "font-size=\"19\" font-weight=\"600\" fill=\"#1f2328\"", $"Training loss");
        Text(24, 62, "fill=\"#57606a\"", $"Cross-entropy in nats, summed over {steps} steps; {run.Hidden} hidden units, {run.VocabularySize} different tokens");
        foreach (var loss in LogarithmicTicks(lowest, highest))
        {
            var at = y.Place(Math.Log10(loss));
            Line($"<path d=\"M{Left} {at:F1}H{Right}\" stroke=\"#e8ebef\"/>");
            Text(Left - 10, at + 4.5, "text-anchor=\"end\"", $"{loss:0.####}");
        }

        Line($"<path d=\"M{Left} {Bottom}H{Right}\" stroke=\"#8c959f\"/>");
        foreach (var epoch in EpochTicks((int)x.Last))
        {
            Line($"<path d=\"M{x.Place(epoch):F1} {Bottom}v5\" stroke=\"#8c959f\"/>");
            Text(x.Place(epoch), Bottom + 21, "text-anchor=\"middle\"", $"{epoch}");
        }

        Text((Left + Right) / 2, Bottom + 45, "text-anchor=\"middle\"", $"epoch");
        var guessY = y.Place(Math.Log10(Math.Max(guess, lowest)));
        Line($"<path d=\"M{Left} {guessY:F1}H{Right}\" stroke=\"#bf5b04\" stroke-width=\"1.5\" stroke-dasharray=\"6 5\"/>");
        Text(Right, guessY - 8, "text-anchor=\"end\" fill=\"#bf5b04\"", $"uniform guessing: {steps - 1} · ln {run.VocabularySize} = {guess:0.00}");
        if (points.Length > 0)
        {
            var last = points[^1];
            var (endX, endY) = (x.Place(last.Epoch), y.Place(Math.Log10(last.Loss)));
            var labelY = endY + 40 < Bottom ? endY + 30 : endY - 22;
            var anchor = endX > Left + 150 ? "end" : "start";
            Curve(points, "#0550ae");
            Line($"<circle cx=\"{endX:F1}\" cy=\"{endY:F1}\" r=\"4.5\" fill=\"#0550ae\"/>");
            Text(endX, labelY, $"text-anchor=\"{anchor}\" {FinalStyle}", $"{last.Loss:0.00} after epoch {last.Epoch}");
        }

        if (heldOut.Length > 0)
        {
            var best = heldOut.MinBy(point => point.Loss);
            var (bestX, bestY) = (x.Place(best.Epoch), y.Place(Math.Log10(best.Loss)));
            Curve(heldOut, HeldOutColor);
            Line($"<circle cx=\"{bestX:F1}\" cy=\"{bestY:F1}\" r=\"4.5\" fill=\"{HeldOutColor}\"/>");
            Text(Right, Top + 18, $"text-anchor=\"end\" font-size=\"15\" font-weight=\"600\" fill=\"{HeldOutColor}\"", $"held out: {best.Loss:0.00} at best, after epoch {best.Epoch}");
        }

        svg.Append("</svg>\n");
        output.Write(svg);

        // More points than the picture is wide would only make it larger; the last one always counts.
        void Curve((int Epoch, double Loss)[] line, string color)
        {
            var every = ((line.Length - 1) / MostPoints) + 1;
            var places = line.Where((_, index) => index % every == 0 || index == line.Length - 1)
                .Select(point => FormattableString.Invariant($"{x.Place(point.Epoch):F1},{y.Place(Math.Log10(point.Loss)):F1}"));
            Line($"<polyline points=\"{string.Join(' ', places)}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2.5\" stroke-linejoin=\"round\"/>");
        }
    }

    /// <summary>1, 2 and 5 times powers of ten within the limits; over many decades the powers alone.</summary>
    private static IEnumerable<double> LogarithmicTicks(double lowest, double highest)
    {
        double[] factors = highest / lowest > 2000 ? [1] : [1, 2, 5];
        return Enumerable.Range(-6, 20).SelectMany(power => factors.Select(factor => factor * Math.Pow(10, power)))
            .Where(tick => tick >= lowest && tick <= highest);
    }

    /// <summary>Epoch 1, and the multiples of a round number that make at most ten more.</summary>
    private static IEnumerable<int> EpochTicks(int last)
    {
        var step = 1;
        for (var i = 0; last / step > 10; i++) step = (i % 3) switch { 0 => step * 2, 1 => step / 2 * 5, _ => step * 2 };
        return Enumerable.Range(1, last / step).Select(i => i * step).Where(epoch => epoch > 1).Prepend(1);
    }

    /// <summary>A straight scale from numbers to places on the picture.</summary>
    private readonly record struct Axis(double First, double Last, double From, double To)
    {
        public double Place(double value) => From + ((value - First) / (Last - First) * (To - From));
    }
}
