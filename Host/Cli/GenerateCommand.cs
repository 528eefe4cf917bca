using System.CommandLine;
using GpuJazz.Host.Display;
using GpuJazz.Host.Improvising;
using GpuJazz.Model;

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
        var density = OptionFactory.Read(
            "--density", "low..high", "How many notes a bar the solos are to have on average, such as 6 or 4..8; without it, as many as come",
            DensityRange.Parse, "notes a bar, from 0.25 to 32, such as 6 or 4..8");
        var beam = OptionFactory.WholeOrNone(
            "--beam", 1, BeamSearch.MostWidth, "Draw nothing: search for the likeliest solo, by following so many lines at once; always the same");
        var maxCopy = OptionFactory.WholeOrNone(
            "--max-copy", 2, 1_000_000,
            $"The most notes in a row that a solo may copy from a tune that was learned, in any key; a solo with more takes another way from there [default: {CopyGuard.UsualMost}]");
        var corpus = OptionFactory.Texts(
            "--corpus", "path", "The tunes that the model learned, to find copies of: files and folders; without it the tunes that come with gpujazz");
        var solo = new SoloOptions();
        var chords = new ChordOptions();
        var primer = new PrimerOptions();
        var midi = OptionFactory.Text("--out", "file.mid", "The MIDI file to write [default: solo.mid]");
        var files = new SoloFileOptions();
        var accelerator = SharedOptions.Accelerator();
        var dumpKernels = SharedOptions.DumpKernels();
        var json = SharedOptions.Json();
        var command = new Command("generate", "Improvise with a trained model") { model };
        chords.AddTo(command);
        primer.AddTo(command);
        improvisation.AddTo(command);
        command.Add(beam);
        command.Add(density);
        command.Add(best);
        command.Add(maxCopy);
        command.Add(corpus);
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
            if (result.GetValue(beam) is not null) improvisation.RefuseDrawing(result, "--beam");
            if (played.Style == Music.SoloStyle.Original && result.GetValue(density) is not null)
                throw CommandException.WrongUsage("--density means nothing to --style original, whose measures overlap; leave one of them out");
            Generation.Run(
                new GenerateRequest
                {
                    Model = result.GetRequiredValue(model)!,
                    Chords = chords.Plan(result),
                    Files = files.Plan(result, result.GetValue(midi) ?? UsualFile, result.GetValue(midi) ?? UsualFile),
                    Accelerator = result.GetRequiredValue(accelerator).Value,
                    DumpKernels = result.GetValue(dumpKernels),
                    Primer = primer.Plan(result, played, played.Bars is not null || improvisation.HasNotes(result)),
                    Improvisation = picked,
                    Beam = result.GetValue(beam),
                    Density = result.GetValue(density),
                    MaxCopy = result.GetValue(maxCopy),
                    Corpus = result.GetValue(corpus) ?? [],
                    Best = result.GetValue(best),
                    Solo = played,
                    Json = result.GetValue(json),
                },
                terminal);
        });
        return command;
    }
}
