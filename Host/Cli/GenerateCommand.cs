using System.CommandLine;
using GpuJazz.Host.Display;
using GpuJazz.Host.Improvising;

namespace GpuJazz.Host.Cli;

/// <summary><c>gpujazz generate</c>: improvises solos with a trained model.</summary>
internal static class GenerateCommand
{
    private const string UsualFile = "solo.mid";

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var model = OptionFactory.Text("--model", "file", "The model that `gpujazz train` wrote");
        model.Required = true;
        var improvisation = new ImprovisationOptions(usual: 1, least: 1, "How many solos; file names get -1, -2 …");
        var best = OptionFactory.WholeOrNone("--best", 1, 10_000, "Write only so many of --count, those that the model finds likeliest, the likeliest first");
        var solo = new SoloOptions();
        var chords = new ChordOptions();
        var midi = OptionFactory.Text("--out", "file.mid", "The MIDI file to write [default: solo.mid]");
        var files = new SoloFileOptions();
        var accelerator = SharedOptions.Accelerator();
        var dumpKernels = SharedOptions.DumpKernels();
        var json = SharedOptions.Json();
        var command = new Command("generate", "Improvise with a trained model") { model };
        chords.AddTo(command);
        improvisation.AddTo(command);
        command.Add(best);
        solo.AddTo(command);
        command.Add(midi);
        files.AddTo(command);
        command.Add(accelerator);
        command.Add(dumpKernels);
        command.Add(json);
        command.SetAction(result =>
        {
            var picked = improvisation.Plan(result);
            var played = solo.Plan(result, picked.Seed);
            if (played.Bars is not null) improvisation.RefuseNotes(result);
            Generation.Run(
                new GenerateRequest
                {
                    Model = result.GetRequiredValue(model)!,
                    Chords = chords.Plan(result),
                    Files = files.Plan(result, result.GetValue(midi) ?? UsualFile, result.GetValue(midi) ?? UsualFile),
                    Accelerator = result.GetRequiredValue(accelerator).Value,
                    DumpKernels = result.GetValue(dumpKernels),
                    Improvisation = picked,
                    Best = result.GetValue(best),
                    Solo = played,
                    Json = result.GetValue(json),
                },
                terminal);
        });
        return command;
    }
}
