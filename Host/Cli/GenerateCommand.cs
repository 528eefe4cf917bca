using System.CommandLine;
using GpuJazz.Host.Display;
using GpuJazz.Host.Improvising;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Cli;

/// <summary><c>gpujazz generate</c>: improvises solos with a trained model.</summary>
internal static class GenerateCommand
{
    private const string UsualFile = "solo.mid";
    private const int MostNotes = 100_000;
    private const int MostSolos = 10_000;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var model = OptionFactory.Text("--model", "file", "The model that `gpujazz train` wrote");
        model.Required = true;
        var notes = OptionFactory.Whole("--notes", 50, 1, MostNotes, "Tokens to draw for each solo");
        var sampling = OptionFactory.Among(
            "--sampling", "How a token is picked: drawn by its probability, or always the likeliest",
            ("softmax", SamplingKind.Softmax), ("argmax", SamplingKind.Argmax));
        var temperature = OptionFactory.Real("--temperature", 0.5, 0.01, 100, true, "Below 1 safer, above 1 wilder");
        var topK = OptionFactory.Whole("--top-k", 0, 0, int.MaxValue, "Draw from this many of the likeliest tokens; 0 for all");
        var topP = OptionFactory.Real("--top-p", 1, 0, 1, false, "Draw from the likeliest tokens that hold this share of the probability");
        var seed = SharedOptions.Seed();
        var style = OptionFactory.Among(
            "--style",
            "played fits each measure's chords; original plays as the notebook did: of n measures of chords it takes the 2nd to the (n/3)th, "
                + "or one if n is below 6, and plays all tokens anew over each, a measure after the one before, so that they overlap",
            ("played", SoloStyle.Played), ("original", SoloStyle.Original));
        var tempo = OptionFactory.Real("--tempo", 130, 20, 400, true, "Quarter notes a minute");
        var chords = OptionFactory.Text(
            "--chords", "chart", "A chart such as \"| Dm7 | G7 | Cmaj7 | % |\", a MIDI, ABC or MusicXML file, or a tune's name; without it, the chords that the model learned with");
        var count = OptionFactory.Whole("--count", 1, 1, MostSolos, "How many solos; file names get -1, -2 …");
        var accelerator = SharedOptions.Accelerator();
        var dumpKernels = SharedOptions.DumpKernels();
        var midi = OptionFactory.Text("--out", "file.mid", "The MIDI file to write [default: solo.mid]");
        var files = new SoloFileOptions();
        var json = SharedOptions.Json();
        var command = new Command("generate", "Improvise with a trained model")
        {
            model, notes, sampling, temperature, topK, topP, seed, style, tempo, chords, count, accelerator, dumpKernels, midi, json,
        };
        files.AddTo(command);
        command.SetAction(result => Generation.Run(
            new GenerateRequest
            {
                Model = result.GetRequiredValue(model)!,
                Chords = result.GetValue(chords),
                Files = files.Plan(result, result.GetValue(midi) ?? UsualFile, result.GetValue(midi) ?? UsualFile),
                Accelerator = result.GetRequiredValue(accelerator).Value,
                DumpKernels = result.GetValue(dumpKernels),
                Improvisation = new ImprovisationSettings
                {
                    Notes = result.GetValue(notes),
                    Count = result.GetValue(count),
                    Sampling = result.GetRequiredValue(sampling).Value,
                    Temperature = result.GetValue(temperature),
                    TopK = result.GetValue(topK),
                    TopP = result.GetValue(topP),
                    Seed = result.GetValue(seed),
                },
                Solo = new SoloSettings(result.GetRequiredValue(style).Value, result.GetValue(seed), result.GetValue(tempo)),
                Json = result.GetValue(json),
            },
            terminal));
        return command;
    }
}
