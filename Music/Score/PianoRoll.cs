using System.Globalization;

namespace GpuJazz.Music;

/// <summary>Draws a solo as a piano roll: an SVG picture that needs nothing else, light or dark as its reader prefers.</summary>
public static class PianoRoll
{
    /// <summary>A quarter note, drawn so that no font needs to have one.</summary>
    private const string QuarterNote = "M5.2 -10.5 v9.2 a3.1 2.3 -20 1 1 -1.1 -1.7 v-7.5 z";

    /// <summary>Writes the picture of a solo. The same solo gives the same bytes.</summary>
    /// <param name="solo">
    /// The solo. Each of its notes becomes one <c>rect</c> of class <c>note</c>; where it goes on in the next row, <c>note tied</c>.
    /// </param>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="title">The heading.</param>
    /// <exception cref="MusicException">The solo has more measures than can be drawn.</exception>
    public static void Write(Solo solo, TextWriter output, string title)
    {
        ArgumentNullException.ThrowIfNull(solo);
        var layout = new RollLayout(solo);
        using var svg = new SvgWriter(output, RollLayout.Width, layout.Height, title, RollStyle.Sheet);
        svg.Rectangle("paper", 0, 0, RollLayout.Width, layout.Height, corner: 12);
        DrawHeader(svg, solo, layout, title);
        for (var system = 0; system < layout.Systems; system++) RollGrid.Draw(svg, layout, solo.MeasureLength, system);
        svg.Group("chord-names", () => ChordNames.Draw(svg, solo, layout));
        svg.Group("chords", () => DrawChords(svg, solo, layout));
        svg.Group("melody", () => DrawMelody(svg, solo, layout));
    }

    private static void DrawHeader(SvgWriter svg, Solo solo, RollLayout layout, string title)
    {
        const double line = 70;
        svg.Text("heading", RollLayout.Margin, 44, title);
        svg.Path("ink", RollLayout.Margin + 1, line, QuarterNote);
        string[] facts =
        [
            $"= {solo.BeatsPerMinute.ToString("0.##", CultureInfo.InvariantCulture)}",
            MeterOf(solo.MeasureLength),
            Counted(layout.Measures, "measure"),
            Counted(solo.Melody.Count, "note"),
        ];
        svg.Text("facts", RollLayout.Margin + 14, line, string.Join("   ·   ", facts));

        var right = RollLayout.Width - RollLayout.Margin;
        svg.Rectangle("chord", right - 66, line - 9, 20, 9, 3);
        svg.Text("end", right, line, "chords");
        for (var loudness = 0; loudness < 3; loudness++)
            svg.Rectangle("note", right - 264 + (18 * loudness), line - 9, 16, 9, 3, Opacity(40 + (43 * loudness)));
        svg.Text("end", right - 88, line, "melody, soft to loud");
    }

    private static void DrawChords(SvgWriter svg, Solo solo, RollLayout layout)
    {
        foreach (var chord in solo.Chords)
        {
            var words = string.Join(' ', chord.Pitches.Distinct().Order().Select(PitchName.Of));
            foreach (var (system, start, end) in layout.Pieces(chord.Start, chord.End))
            {
                var (left, width) = (layout.X(start) + 1, Math.Max(layout.X(end) - layout.X(start) - 2, 1));
                foreach (var pitch in chord.Pitches.Distinct())
                    svg.Rectangle("chord", left, layout.RowTop(system, pitch), width, layout.RowHeight, 2, words: words);
            }
        }
    }

    private static void DrawMelody(SvgWriter svg, Solo solo, RollLayout layout)
    {
        foreach (var note in solo.Melody)
        {
            var style = "note";
            foreach (var (system, start, end) in layout.Pieces(note.Start, note.End))
            {
                svg.Rectangle(
                    style,
                    layout.X(start),
                    layout.RowTop(system, note.Pitch) - 0.5,
                    Math.Max(layout.X(end) - layout.X(start), 2),
                    layout.RowHeight + 1,
                    Math.Min(3.5, layout.RowHeight / 2),
                    Opacity(note.Velocity),
                    $"{PitchName.Of(note.Pitch)}, velocity {note.Velocity.ToString(CultureInfo.InvariantCulture)}");
                style = "note tied";
            }
        }
    }

    private static double Opacity(int velocity) => 0.45 + (0.55 * velocity / 127);

    private static string MeterOf(Beats measure)
    {
        var (beats, unit) = Meter.Of(measure);
        return FormattableString.Invariant($"{beats}/{unit}");
    }

    private static string Counted(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");
}
