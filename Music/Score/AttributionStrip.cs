using System.Globalization;

namespace GpuJazz.Music;

/// <summary>Draws what of a solo is copied, and from where: its notes in time, under each copied passage a block in its tune's colour.</summary>
public static class AttributionStrip
{
    private const double Left = RollLayout.Margin;
    private const double Right = RollLayout.Width - RollLayout.Margin;
    private const double NotesTop = 66;
    private const double NotesHeight = 16;
    private const double BlocksTop = 88;
    private const double BlockHeight = 26;
    private const double Legend = 142;
    private const double Height = 160;

    // About the width of a letter, for what fits in a block.
    private const double Letter = 6.2;
    private const double Padding = 10;
    private const int Colors = 6;
    private const int MostNumbers = 40;

    /// <summary>Writes the picture.</summary>
    /// <param name="solo">The solo; it has a note.</param>
    /// <param name="passages">What is copied, by place; passages don't overlap.</param>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="title">The heading.</param>
    public static void Write(Solo solo, IReadOnlyList<CopiedPassage> passages, TextWriter output, string title)
    {
        var scale = new TimeScale(solo);
        string[] tunes = [.. passages.Select(passage => passage.Tune).Distinct()];
        string ColorOf(string tune) => FormattableString.Invariant($"tune-{Array.IndexOf(tunes, tune) % Colors}");

        using var svg = new SvgWriter(output, RollLayout.Width, Height, title, RollStyle.Sheet);
        svg.Rectangle("paper", 0, 0, RollLayout.Width, Height, corner: 12);
        svg.Text("number", Left, 28, title);
        svg.Text("end", Right, 28, FormattableString.Invariant($"{passages.Sum(passage => passage.Notes)} of {solo.Melody.Count} notes"));
        DrawBars(svg, scale);
        foreach (var note in solo.Melody) svg.Rectangle("own", scale.X(note.Start), NotesTop, scale.Width(note), NotesHeight, 1);
        foreach (var passage in passages)
        {
            var notes = solo.Melody.Skip(passage.FirstNote).Take(passage.Notes).ToArray();
            var (left, right) = (scale.X(notes[0].Start), scale.X(notes[^1].Start) + scale.Width(notes[^1]));
            foreach (var note in notes) svg.Rectangle(ColorOf(passage.Tune), scale.X(note.Start), NotesTop, scale.Width(note), NotesHeight, 1);
            svg.Rectangle(ColorOf(passage.Tune), left, BlocksTop, right - left, BlockHeight, 4, words: passage.ToString());
            string[] labels = [$"{passage.Tune}, bar {passage.TuneBar}", $"bar {passage.TuneBar}", $"{passage.TuneBar}"];
            var label = Array.Find(labels, text => text.Length * Letter < right - left - Padding);
            if (label is not null) svg.Text("on-color", left + (Padding / 2), BlocksTop + 17, label);
        }

        var x = Left;
        foreach (var tune in tunes)
        {
            svg.Rectangle(ColorOf(tune), x, Legend - 9, 12, 10, 2);
            svg.Text("legend", x + 17, Legend, tune);
            x += 34 + (tune.Length * Letter);
        }
    }

    private static void DrawBars(SvgWriter svg, TimeScale scale)
    {
        var every = ((scale.Bars - 1) / MostNumbers) + 1;
        for (var bar = 0; bar <= scale.Bars; bar++)
        {
            var x = scale.X(scale.Bar * bar);
            svg.Line("bar-line", x, NotesTop - 6, x, BlocksTop + BlockHeight + 4);
            if (bar < scale.Bars && bar % every == 0) svg.Text("beat", x + 4, NotesTop - 8, (bar + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The whole solo in one row.</summary>
    private readonly struct TimeScale(Solo solo)
    {
        public Beats Bar { get; } = solo.MeasureLength;

        public int Bars { get; } = Math.Max(1, (solo.End - new Beats(1)).DividedBy(solo.MeasureLength) + 1);

        public double X(Beats time) => Left + ((Right - Left) * time.Twelfths / (Bar * Bars).Twelfths);

        public double Width(Note note) => Math.Max(X(note.End) - X(note.Start) - 0.6, 0.8);
    }
}
