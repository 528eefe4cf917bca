using System.Reflection;
using GpuJazz.Host.Display;
using GpuJazz.Music;

namespace GpuJazz.Host.Evaluation;

/// <summary>An evaluation as a page that needs nothing else: tables, and of each solo a player, a piano roll and what it copies.</summary>
internal sealed class EvaluationPage
{
    // More would make a page that browsers are slow with; the table has all.
    private const int MostDrawn = 100;

    private readonly EvaluationReport report;
    private readonly HtmlWriter html;

    private EvaluationPage(EvaluationReport report, HtmlWriter html) => (this.report, this.html) = (report, html);

    /// <summary>Writes the page; the same report gives the same bytes.</summary>
    public static void Write(EvaluationReport report, TextWriter output)
    {
        using var html = new HtmlWriter(output);
        var page = new EvaluationPage(report, html);
        html.Element("html", page.Whole, ("lang", "en"));
    }

    private void Whole()
    {
        html.Element("head", () =>
        {
            html.Element("meta", () => { }, ("charset", "utf-8"));
            html.Element("meta", () => { }, ("name", "viewport"), ("content", "width=device-width"));
            html.Text("title", Title());
            html.Element("style", () => html.Raw(Resource("page.css")));
        });
        html.Element("body", () =>
        {
            html.Text("h1", Title());
            foreach (var remark in report.Remarks) html.Text("p", remark);
            if (report.Perplexity is { } perplexity) Foretelling(perplexity);
            if (report.Solos.Count > 0) Measures();
            for (var i = 0; i < Math.Min(report.Solos.Count, MostDrawn); i++) SoloArticle.Write(html, report.Solos[i], Anchor(i));
            if (report.Solos.Count > MostDrawn) html.Text("p", $"The first {MostDrawn} of {report.Solos.Count} solos are drawn.", ("class", "soft"));
            html.Element("script", () => html.Raw(Resource("player.js")));
        });
    }

    private string Title() => report.Model is { } model ? $"{Path.GetFileName(model)}, evaluated" : $"{Counted.Of(report.Solos.Count, "solo")}, evaluated";

    private void Foretelling(PerplexityReport perplexity)
    {
        html.Text("h2", "Held-out tunes");
        html.Text("p", EvaluationTables.Described(perplexity), ("class", "soft"));
        html.Element("table", () =>
        {
            Row("th", ["foretold by", "nats a token", "perplexity"]);
            foreach (var (_, name, loss) in perplexity.Rows)
                Row("td", [name, FormattableString.Invariant($"{loss.Mean:0.000}"), FormattableString.Invariant($"{loss.Perplexity:0.00}")]);
        });
    }

    private void Measures()
    {
        html.Text("h2", "Solos");
        html.Element("div", () => html.Element("table", () =>
        {
            Row("th", ["solo", "notes", .. SoloMeasure.All.Select(measure => measure.Name), "longest copy"]);
            for (var i = 0; i < report.Solos.Count; i++)
            {
                var (solo, anchor) = (report.Solos[i], Anchor(i));
                html.Element("tr", () =>
                {
                    html.Element("td", () => html.Text("a", solo.Name, ("href", $"#{anchor}")));
                    Cells([$"{solo.Solo.Melody.Count}", .. Texts(solo.Values), solo.Longest is { } copy ? Counted.Of(copy.Notes, "note") : "–"]);
                });
            }

            html.Element("tr", () => Cells(["mean", "", .. Texts(report.Mean), ""]), ("class", "mean"));
            if (report.Tunes is { } tunes) Row("td", ["tunes learned", "", .. Texts(tunes), ""]);
        })
        , ("class", "wide"));
        html.Text("p", string.Join("; ", SoloMeasure.All.Select(measure => $"{measure.Name}: {measure.Meaning}")), ("class", "soft"));
    }

    private static string Anchor(int index) => FormattableString.Invariant($"solo-{index + 1}");

    private static IEnumerable<string> Texts(IReadOnlyList<double?> values) => SoloMeasure.All.Zip(values, (measure, value) => measure.Text(value));

    private void Row(string cell, IEnumerable<string> texts) => html.Element("tr", () => Cells(texts, cell));

    private void Cells(IEnumerable<string> texts, string cell = "td")
    {
        foreach (var text in texts) html.Text(cell, text);
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"page/{name}")!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
