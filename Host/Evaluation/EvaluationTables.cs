using GpuJazz.Host.Display;
using GpuJazz.Music;
using Spectre.Console;

namespace GpuJazz.Host.Evaluation;

/// <summary>An evaluation as tables for a person.</summary>
internal static class EvaluationTables
{
    /// <summary>Prints all of it.</summary>
    public static void Show(EvaluationReport report, Terminal terminal)
    {
        if (report.Perplexity is { } perplexity)
        {
            terminal.Out.WriteLine(Described(perplexity));
            terminal.Console.Write(Losses(perplexity));
        }

        if (report.Solos.Count > 0)
        {
            terminal.Console.Write(Measures(report));
            terminal.Console.Write(Solos(report));
        }

        foreach (var remark in report.Remarks) terminal.Out.WriteLine(remark);
    }

    /// <summary>What was foretold, in a sentence.</summary>
    public static string Described(PerplexityReport perplexity)
    {
        var unknown = perplexity.Unknown == 0 ? ""
            : perplexity.IsUnknownAsked ? FormattableString.Invariant($"; {perplexity.Unknown} of them are not in the model's vocabulary and foretold as unknown")
            : FormattableString.Invariant($"; {perplexity.Unknown} more are not in the model's vocabulary and left out");
        return FormattableString.Invariant(
            $"Held out: {Counted.Of(perplexity.Tunes, "tune")}, {Counted.Of(perplexity.Rows[0].Loss.Tokens, "token")}{unknown}");
    }

    private static Table Losses(PerplexityReport perplexity)
    {
        var table = NewTable("foretold by", "nats a token", "perplexity");
        foreach (var (_, name, loss) in perplexity.Rows)
            table.AddRow(name, FormattableString.Invariant($"{loss.Mean:0.000}"), FormattableString.Invariant($"{loss.Perplexity:0.00}"));
        return table;
    }

    private static Table Measures(EvaluationReport report)
    {
        string[] headings = [report.Solos.Count == 1 ? report.Solos[0].Name : "mean of solos", .. report.Tunes is null ? (string[])[] : ["tunes learned"]];
        var table = NewTable(["measure", .. headings]).AddColumn("what it says");
        for (var i = 0; i < SoloMeasure.All.Count; i++)
        {
            var measure = SoloMeasure.All[i];
            Text[] values = [Cell(measure.Text(report.Mean[i])), .. report.Tunes is { } tunes ? (Text[])[Cell(measure.Text(tunes[i]))] : []];
            table.AddRow([Cell(measure.Name), .. values, Cell(measure.Meaning)]);
        }

        return table;
    }

    private static Table Solos(EvaluationReport report)
    {
        var table = NewTable("solo", "notes", "H4", "chord tones", "repeated", "longest copy").AddColumn("copied from");
        var shown = new[] { "pitch_class_entropy_4", "strong_chord_tones", "repeated_notes" };
        foreach (var solo in report.Solos)
        {
            var values = SoloMeasure.All.Zip(solo.Values).Where(pair => shown.Contains(pair.First.Key)).Select(pair => Cell(pair.First.Text(pair.Second)));
            table.AddRow(
            [
                Cell(solo.Name),
                Cell(FormattableString.Invariant($"{solo.Solo.Melody.Count}")),
                .. values,
                Cell(solo.Longest is { } copy ? Counted.Of(copy.Notes, "note") : "–"),
                Cell(solo.Longest?.From ?? ""),
            ]);
        }

        return table;
    }

    private static Table NewTable(params string[] headings)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(headings[0]);
        foreach (var heading in headings[1..]) table.AddColumn(new TableColumn(heading).RightAligned());
        return table;
    }

    private static Text Cell(string text) => new(text);
}
