using System.Globalization;

namespace GpuJazz.Music;

/// <summary>What lies under the notes of a piano roll: keyboard, rows of pitches, bar lines and beats with their numbers.</summary>
internal static class RollGrid
{
    private const double BlackKeyLength = 0.6;

    /// <summary>Draws one system's grid.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="layout">Where things stand.</param>
    /// <param name="measure">The length of a measure.</param>
    /// <param name="system">From 0.</param>
    public static void Draw(SvgWriter svg, RollLayout layout, Beats measure, int system) => svg.Group("system", () =>
    {
        var right = layout.X(measure * layout.MeasuresIn(system));
        DrawRows(svg, layout, system, right);
        DrawKeyboard(svg, layout, system);
        DrawTime(svg, layout, measure, system);
    });

    private static void DrawRows(SvgWriter svg, RollLayout layout, int system, double right)
    {
        var left = RollLayout.GridLeft;
        svg.Rectangle("grid", left, layout.GridTop(system), right - left, layout.GridHeight);
        for (var pitch = layout.LowestPitch; pitch <= layout.HighestPitch; pitch++)
        {
            var top = layout.RowTop(system, pitch);
            if (PitchName.IsBlackKey(pitch)) svg.Rectangle("black-row", left, top, right - left, layout.RowHeight);
            if (pitch % 12 is 0 or 5) svg.Line("octave-line", left, top + layout.RowHeight, right, top + layout.RowHeight);
        }
    }

    /// <summary>A white key reaches to the middles of the black rows beside it, as on a keyboard.</summary>
    private static void DrawKeyboard(SvgWriter svg, RollLayout layout, int system)
    {
        var (left, row) = (RollLayout.Margin, layout.RowHeight);
        for (var pitch = layout.LowestPitch; pitch <= layout.HighestPitch; pitch++)
        {
            if (PitchName.IsBlackKey(pitch)) continue;
            var above = pitch < layout.HighestPitch && PitchName.IsBlackKey(pitch + 1) ? row / 2 : 0;
            var below = pitch > layout.LowestPitch && PitchName.IsBlackKey(pitch - 1) ? row / 2 : 0;
            svg.Rectangle("white-key", left, layout.RowTop(system, pitch) - above, RollLayout.Keyboard, row + above + below, 1);
        }

        for (var pitch = layout.LowestPitch; pitch <= layout.HighestPitch; pitch++)
        {
            var top = layout.RowTop(system, pitch);
            if (PitchName.IsBlackKey(pitch)) svg.Rectangle("black-key", left, top, BlackKeyLength * RollLayout.Keyboard, row, 1);
            if (pitch % 12 == 0) svg.Text("key-name end", left + RollLayout.Keyboard - 3, top + (row / 2) + 3, PitchName.Of(pitch));
        }
    }

    private static void DrawTime(SvgWriter svg, RollLayout layout, Beats measure, int system)
    {
        var (top, bottom) = (layout.GridTop(system), layout.GridTop(system) + layout.GridHeight);
        var (beats, unit) = Meter.Of(measure);
        for (var i = 0; i < layout.MeasuresIn(system); i++)
        {
            var start = measure * i;
            for (var beat = 0; beat < beats; beat++)
            {
                var x = layout.X(start + (Meter.UnitLength(unit) * beat));
                if (beat > 0) svg.Line("beat-line", x, top, x, bottom);
                svg.Text("beat middle", x, bottom + 14, (beat + 1).ToString(CultureInfo.InvariantCulture));
            }

            var number = (system * layout.MeasuresPerSystem) + i + 1;
            svg.Line("bar-line", layout.X(start), top - 34, layout.X(start), bottom);
            svg.Text("number", layout.X(start) + 5, top - 25, number.ToString(CultureInfo.InvariantCulture));
        }

        var end = layout.X(measure * layout.MeasuresIn(system));
        svg.Line("bar-line", end, top, end, bottom);
    }
}
