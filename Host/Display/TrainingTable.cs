using System.Diagnostics;
using System.Globalization;
using GpuJazz.Model;
using Spectre.Console;

namespace GpuJazz.Host.Display;

/// <summary>The live table of a training: about ten epochs spread over the run, and the latest.</summary>
internal sealed class TrainingTable
{
    private const int WantedRows = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<EpochMetrics> rows = [];
    private readonly int epochs;
    private readonly int stride;
    private double seconds;
    private int seen;

    private TrainingTable(int epochs)
    {
        this.epochs = epochs;
        stride = Stride(epochs);
    }

    /// <summary>Runs a training and shows it while it runs, if a person watches.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="epochs">How many epochs the whole run has.</param>
    /// <param name="train">The training; it reports each epoch to the action that it is given.</param>
    public static void ShowWhile(Terminal terminal, int epochs, Action<Action<EpochMetrics>> train)
    {
        if (!terminal.IsInteractive)
        {
            train(_ => { });
            return;
        }

        var table = new TrainingTable(epochs);
        var shown = Stopwatch.StartNew();
        terminal.Console.Live(table.Drawn()).Start(live =>
        {
            train(metrics =>
            {
                table.Add(metrics);
                if (shown.Elapsed < Pause && metrics.Epoch > 1) return;
                live.UpdateTarget(table.Drawn());
                shown.Restart();
            });
            live.UpdateTarget(table.Drawn());
        });
    }

    /// <summary>e to the mean loss of the steps that have a target: how many tokens the model hesitates between.</summary>
    public static double Perplexity(EpochMetrics metrics) => Math.Exp(metrics.Loss / (metrics.StepLoss.Count - 1));

    /// <summary>The share of tokens predicted right, over the steps that have a target; 0 to 1.</summary>
    public static double Accuracy(EpochMetrics metrics) => metrics.StepAccuracy.SkipLast(1).Average();

    private static int Stride(int epochs)
    {
        var stride = 1;
        for (var i = 0; epochs / stride > WantedRows; i++) stride = i % 3 == 1 ? stride / 2 * 5 : stride * 2;
        return stride;
    }

    private void Add(EpochMetrics metrics)
    {
        if (rows.Count > 1 && rows[^1].Epoch % stride != 0) rows.RemoveAt(rows.Count - 1);
        rows.Add(metrics);
        seconds += metrics.Seconds;
        seen++;
    }

    private Rows Drawn()
    {
        var table = new Table().Border(TableBorder.Rounded);
        var hasHeldOut = rows.Exists(row => row.HeldOutLoss is not null);
        string[] headings = ["epoch", "loss", "perplexity", "accuracy", .. hasHeldOut ? ["held-out loss", "perplexity"] : (string[])[], "seconds"];
        foreach (var heading in headings) table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var row in rows)
        {
            List<Text> cells = [Cell(row.Epoch, "N0"), Cell(row.Loss, "F3"), Cell(Perplexity(row), "F2"), Cell(Accuracy(row), "P0")];
            if (hasHeldOut && row.HeldOutLoss is var loss) cells.AddRange([Cell(loss ?? double.NaN, "F3"), Cell(Math.Exp(loss ?? double.NaN), "F2")]);
            table.AddRow([.. cells, Cell(row.Seconds, "F2")]);
        }

        var last = rows.Count == 0 ? 0 : rows[^1].Epoch;
        if (last == epochs) return new Rows(table);
        var left = seen == 0 ? "" : FormattableString.Invariant($", about {seconds / seen * (epochs - last):F0} s left");
        return new Rows(table, new Text(FormattableString.Invariant($"epoch {last} of {epochs}{left}; Ctrl-C stops and saves")));
    }

    private static Text Cell(double value, string format) => new(value.ToString(format, CultureInfo.InvariantCulture));
}
