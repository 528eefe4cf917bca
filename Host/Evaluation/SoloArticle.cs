using System.Text.Json.Nodes;
using GpuJazz.Host.Display;
using GpuJazz.Music;

namespace GpuJazz.Host.Evaluation;

/// <summary>One solo on the page of an evaluation.</summary>
internal static class SoloArticle
{
    /// <summary>Writes its player, its piano roll, where its notes are from, and its measures.</summary>
    /// <param name="html">The page.</param>
    /// <param name="solo">The solo.</param>
    /// <param name="anchor">What links to it name.</param>
    public static void Write(HtmlWriter html, EvaluatedSolo solo, string anchor) => html.Element("article", () =>
    {
        html.Text("h2", solo.Name);
        html.Element("div", () =>
        {
            html.Text("button", "Play", ("type", "button"));
            html.Element("progress", () => { }, ("value", "0"), ("max", "1"));
            html.Element("script", () => html.Raw(Music(solo.Solo).ToJsonString()), ("type", "application/json"));
        }
        , ("class", "player"));
        Draw(html, output => PianoRoll.Write(solo.Solo, output, "Piano roll"));
        if (solo.Copies.Count > 0) Draw(html, output => AttributionStrip.Write(solo.Solo, solo.Copies, output, "Copied passages"));
        html.Text("p", Copies(solo), ("class", "soft"));
        html.Element("div", () =>
        {
            Draw(html, output => PitchClassWheel.Write(solo.Solo.Melody, output, "Pitch classes"));
            html.Element("table", () =>
            {
                foreach (var (measure, value) in SoloMeasure.All.Zip(solo.Values))
                {
                    html.Element("tr", () =>
                    {
                        html.Text("td", measure.Name);
                        html.Text("td", measure.Text(value));
                        html.Text("td", measure.Meaning, ("class", "meaning soft"));
                    });
                }
            });
        }
        , ("class", "details"));
    }
    , ("id", anchor));

    private static string Copies(EvaluatedSolo solo) => solo.Longest is { } longest
        ? $"Longest copy: {longest}; {Counted.Of(solo.Copies.Sum(copy => copy.Notes), "note")} of {solo.Solo.Melody.Count} in passages of {EvaluatedSolo.LeastNotes} or more."
        : "No tune to compare with.";

    private static void Draw(HtmlWriter html, Action<TextWriter> draw)
    {
        using var drawing = new StringWriter();
        draw(drawing);
        html.Raw(drawing.ToString());
    }

    private static JsonObject Music(Solo solo)
    {
        var (melody, rest) = (Performance.Of(solo with { Chords = [], Bass = [], Drums = [] }), Performance.Of(solo with { Melody = [] }));
        return new JsonObject { ["melody"] = Notes(melody), ["chords"] = Notes(rest), ["end"] = Milliseconds(Math.Max(melody.End, rest.End)) };
    }

    // Start and length in milliseconds, pitch, velocity.
    private static JsonArray Notes(Performance performance) =>
    [
        .. performance.Notes.Where(note => !note.IsDrum)
            .Select(note => Json.Array([Milliseconds(note.Start), Milliseconds(note.End - note.Start), note.Pitch, note.Velocity])),
    ];

    private static int Milliseconds(double seconds) => (int)Math.Round(1000 * seconds);
}
