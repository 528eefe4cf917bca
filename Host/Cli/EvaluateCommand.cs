using System.CommandLine;
using GpuJazz.Host.Display;
using GpuJazz.Host.Evaluation;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Cli;

/// <summary><c>gpujazz evaluate</c>: measures a model and solos.</summary>
internal static class EvaluateCommand
{
    private const int UsualCount = 10;
    private const int MostNotes = 100_000;
    private const int MostSolos = 10_000;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var solos = OptionFactory.Operands("solo", "MIDI or ABC files of solos to measure, and folders of them");
        var model = OptionFactory.Text("--model", "file", "The model that `gpujazz train` wrote");
        var data = OptionFactory.Texts("--data", "path", "Tunes that the model did not learn, for it to foretell: files and folders");
        var corpus = OptionFactory.Texts(
            "--corpus", "path", "The tunes that it learned, to find what solos copy and to compare with; without it the tunes that come with gpujazz");
        var count = OptionFactory.Whole(
            "--count", UsualCount, 0, MostSolos, "Solos to improvise and measure; without it none if files are named or there is no model");
        var chords = OptionFactory.Text("--chords", "chart", "What to improvise over, as for `generate`; without it each tune that was learned in turn");
        var notes = OptionFactory.Whole("--notes", 50, 1, MostNotes, "Tokens to draw for each solo");
        var temperature = OptionFactory.Real("--temperature", 0.5, 0.01, 100, true, "Below 1 safer, above 1 wilder");
        var seed = SharedOptions.Seed();
        var accelerator = SharedOptions.Accelerator();
        var html = OptionFactory.Text("--html", "file.html", "Write a page with piano rolls, players, measures and what was copied from where");
        var json = SharedOptions.Json();
        var command = new Command("evaluate", "Measure a model and solos")
        {
            solos, model, data, corpus, count, chords, notes, temperature, seed, accelerator, html, json,
        };
        bool IsUnwanted(ParseResult result) =>
            result.GetResult(count) is not { Implicit: false } && (result.GetValue(model) is null || result.GetValue(solos) is { Length: > 0 });

        command.SetAction(result => EvaluationRun.Run(
            new EvaluationRequest
            {
                Solos = result.GetValue(solos) ?? [],
                Model = result.GetValue(model),
                HeldOut = result.GetValue(data) ?? [],
                Corpus = result.GetValue(corpus) ?? [],
                Chords = result.GetValue(chords),
                Improvisation = new ImprovisationSettings
                {
                    Notes = result.GetValue(notes),
                    Count = IsUnwanted(result) ? 0 : result.GetValue(count),
                    Temperature = result.GetValue(temperature),
                    Seed = result.GetValue(seed),
                },
                Solo = new SoloSettings(Seed: result.GetValue(seed)),
                Accelerator = result.GetRequiredValue(accelerator).Value,
                Html = result.GetValue(html),
                Json = result.GetValue(json),
            },
            terminal));
        return command;
    }
}
