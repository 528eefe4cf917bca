using System.CommandLine;
using GpuJazz.Host.Display;
using GpuJazz.Host.Evaluation;

namespace GpuJazz.Host.Cli;

/// <summary><c>gpujazz evaluate</c>: measures a model and solos.</summary>
internal static class EvaluateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var solos = OptionFactory.Operands("solo", "MIDI, MusicXML or ABC files of solos to measure, and folders of them");
        var model = OptionFactory.Text("--model", "file", "The model that `gpujazz train` wrote");
        var data = OptionFactory.Texts("--data", "path", "Tunes that the model did not learn, for it to foretell: files and folders; without it those that its training held out");
        var corpus = OptionFactory.Texts(
            "--corpus", "path", "The tunes that it learned, to find what solos copy and to compare with; without it the tunes that come with gpujazz");
        var improvisation = new ImprovisationOptions(
            usual: 10, least: 0, "Solos to improvise and measure, over the chords of each tune that was learned in turn; without it none if files are named");
        var solo = new SoloOptions();
        var chords = new ChordOptions();
        var accelerator = SharedOptions.Accelerator();
        var html = OptionFactory.Text("--html", "file.html", "Write a page with piano rolls, players, measures and what was copied from where");
        var json = SharedOptions.Json();
        var command = new Command("evaluate", "Measure a model and solos") { solos, model, data, corpus };
        chords.AddTo(command);
        improvisation.AddTo(command);
        solo.AddTo(command);
        foreach (var option in (Option[])[accelerator, html, json]) command.Add(option);
        command.SetAction(result =>
        {
            var picked = improvisation.Plan(result);
            var played = solo.Plan(result, picked.Seed);
            if (played.Bars is not null) improvisation.RefuseNotes(result);
            var isWanted = improvisation.HasCount(result) || (result.GetValue(model) is not null && result.GetValue(solos) is null or []);
            EvaluationRun.Run(
                new EvaluationRequest
                {
                    Solos = result.GetValue(solos) ?? [],
                    Model = result.GetValue(model),
                    HeldOut = result.GetValue(data) ?? [],
                    Corpus = result.GetValue(corpus) ?? [],
                    Chords = chords.Plan(result),
                    Improvisation = isWanted ? picked : picked with { Count = 0 },
                    Solo = played,
                    Accelerator = result.GetRequiredValue(accelerator).Value,
                    Html = result.GetValue(html),
                    Json = result.GetValue(json),
                },
                terminal);
        });
        return command;
    }
}
