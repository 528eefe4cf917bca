using System.CommandLine;
using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Host.Files;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Cli;

/// <summary><c>gpujazz inspect</c>: what is read from tunes, down to the tokens.</summary>
internal static class InspectCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var what = OptionFactory.Operand(
            "tune",
            ArgumentArity.ZeroOrOne,
            "A MIDI, ABC or MusicXML file, a folder of them, or the name of a tune that comes with gpujazz; without it, all of those");
        var corpus = new CorpusReadingOptions();
        var hidden = LearningOptions.HiddenUnits();
        var layers = LearningOptions.LstmLayers();
        var export = OptionFactory.Text("--export", "file.mid", "Write the one tune as a MIDI file");
        var json = SharedOptions.Json();
        var command = new Command("inspect", "Show parts, melody, chords and tokens of tunes") { what, hidden, layers, export, json };
        corpus.AddTo(command);
        command.SetAction(result => Run(
            result.GetValue(what),
            corpus.Request(result, areOwn: result.GetValue(what) is null) with { KeepsWhole = result.GetValue(json) },
            result.GetValue(hidden),
            result.GetValue(layers),
            result.GetValue(export),
            result.GetValue(json),
            terminal));
        return command;
    }

    private static void Run(string? what, CorpusOptions options, int hidden, int layers, string? export, bool json, Terminal terminal)
    {
        var sources = TuneFinder.Find(what is null ? [] : [what], "tune");
        if (export is not null) Export(sources, export);
        var corpus = TuneCorpus.Read(sources, options, terminal);
        var settings = new TrainingSettings();
        var windows = corpus.LongestTune > settings.Steps ? Windows.Draw(corpus.Indices, settings.Windows, settings.Steps, settings.Seed) : null;
        var parameters = new ModelShape(hidden, corpus.Vocabulary.Count, layers).ParameterCount;
        if (json)
        {
            Json.Write(terminal.Out, TuneJson.Of(corpus, windows, parameters));
            return;
        }

        if (corpus.Tunes is [{ Whole: { } only }]) TuneTables.Show(only, terminal);
        else TuneTables.Show(corpus, terminal);
        terminal.Out.WriteLine(FormattableString.Invariant(
            $"{Counted.Of(corpus.Length, "token")}, {corpus.Vocabulary.Count} of them different; a model of {Counted.Of(layers, "layer")} of {Counted.Of(hidden, "hidden unit")} has {parameters:N0} parameters"));
        if (export is not null) terminal.Out.WriteLine($"Wrote {export}");
    }

    private static void Export(IReadOnlyList<TuneSource> sources, string path)
    {
        if (sources.Count != 1) throw CommandException.WrongUsage($"--export writes one tune, and there are {sources.Count}; name one of them");
        FileEnding.Require(FileEnding.Midi, path, "--export");
        Writable.Target(path, "--export");
        AtomicFile.Write(path, stream => sources[0].Load().Write(stream));
    }
}
