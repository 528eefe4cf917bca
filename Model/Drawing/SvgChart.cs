using System.Globalization;
using System.Text;

namespace GpuJazz.Model.Drawing;

/// <summary>An SVG picture of one chart, line by line; the same calls give the same text in any culture.</summary>
internal sealed class SvgChart
{
    /// <summary>The limits of the lines' part of the picture.</summary>
    public const double Left = 70, Right = 820, Top = 96, Bottom = 396;

    /// <summary>The colour of a line unless it has another.</summary>
    public const string Color = "#0550ae";

    /// <summary>Dark text on a light ground, for what stands on a line.</summary>
    public const string StrongStyle =
        "font-size=\"15\" font-weight=\"600\" fill=\"#0550ae\" stroke=\"#ffffff\" stroke-width=\"5\" paint-order=\"stroke\"";

    private readonly StringBuilder svg = new();

    /// <summary>A picture with its heading and a line under it.</summary>
    /// <param name="label">What a reader is told who does not see it.</param>
    /// <param name="title">The heading.</param>
    /// <param name="subtitle">The line under it.</param>
    public SvgChart(string label, string title, FormattableString subtitle)
    {
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 460\" width=\"860\" height=\"460\" role=\"img\" aria-label=\"")
            .Append(label).Append("\"\n  font-family=\"'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif\" font-size=\"13\" fill=\"#57606a\">\n")
            .Append("<rect x=\"0.5\" y=\"0.5\" width=\"859\" height=\"459\" rx=\"8\" fill=\"#ffffff\" stroke=\"#d0d7de\"/>\n");
        Text(24, 38, "font-size=\"19\" font-weight=\"600\" fill=\"#1f2328\"", $"{title}");
        Text(24, 62, "fill=\"#57606a\"", subtitle);
    }

    /// <summary>One element.</summary>
    public void Line(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>A text.</summary>
    /// <param name="left">Where it is anchored: its start, unless the style says otherwise.</param>
    /// <param name="top">Its base line.</param>
    /// <param name="style">Attributes.</param>
    /// <param name="text">Without characters that XML takes for its own.</param>
    public void Text(double left, double top, string style, FormattableString text) =>
        Line($"<text x=\"{left:0.#}\" y=\"{top:0.#}\" {style}>{text.ToString(CultureInfo.InvariantCulture)}</text>");

    /// <summary>A line across the chart with its number at the left.</summary>
    public void GridLine(double at, FormattableString text)
    {
        Line($"<path d=\"M{Left} {at:F1}H{Right}\" stroke=\"#e8ebef\"/>");
        Text(Left - 10, at + 4.5, "text-anchor=\"end\"", text);
    }

    /// <summary>The axis at the bottom with its name.</summary>
    public void HorizontalAxis(string name, IEnumerable<(double At, string Text)> ticks)
    {
        Line($"<path d=\"M{Left} {Bottom}H{Right}\" stroke=\"#8c959f\"/>");
        foreach (var (at, text) in ticks)
        {
            Line($"<path d=\"M{at:F1} {Bottom}v5\" stroke=\"#8c959f\"/>");
            Text(at, Bottom + 21, "text-anchor=\"middle\"", $"{text}");
        }

        Text((Left + Right) / 2, Bottom + 45, "text-anchor=\"middle\"", $"{name}");
    }

    /// <summary>The line of what was measured.</summary>
    public void Curve(IEnumerable<(double X, double Y)> points, string color = Color)
    {
        var places = points.Select(point => FormattableString.Invariant($"{point.X:F1},{point.Y:F1}"));
        Line($"<polyline points=\"{string.Join(' ', places)}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2.5\" stroke-linejoin=\"round\"/>");
    }

    /// <summary>A dot on that line.</summary>
    public void Dot(double x, double y, string color = Color) => Line($"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"4.5\" fill=\"{color}\"/>");

    /// <summary>The whole picture.</summary>
    public override string ToString() => $"{svg}</svg>\n";
}
