using System.CommandLine;
using System.Text.Json.Nodes;
using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Host.Files;
using GpuJazz.Host.Improvising;
using GpuJazz.Music;

namespace GpuJazz.Host.Cli;

/// <summary><c>gpujazz render</c>: makes a WAV, an MP3 or a piano roll of a MIDI, ABC or MusicXML file.</summary>
internal static class RenderCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var solo = OptionFactory.Operand("solo", ArgumentArity.ExactlyOne, "A MIDI file, such as `gpujazz generate` writes, or a tune in ABC notation or MusicXML");
        var files = new SoloFileOptions();
        var folder = OptionFactory.Text("--out", "folder", "Put files without a path of their own into this folder, rather than beside the solo");
        var json = SharedOptions.Json();
        var command = new Command("render", "Make a WAV (unless others are asked for), an MP3, FLAC or Ogg file, a score or a piano roll of a solo") { solo, folder, json };
        files.AddTo(command);
        command.SetAction(result => Run(
            result.GetRequiredValue(solo)!, result.GetValue(folder), likeMidi => files.Plan(result, likeMidi, midi: null), result.GetValue(json), terminal));
        return command;
    }

    private static void Run(string path, string? folder, Func<string, SoloFiles> plan, bool json, Terminal terminal)
    {
        if (folder is not null && FileEnding.IsKnown(folder) && !Directory.Exists(folder))
            throw CommandException.WrongUsage($"--out '{folder}' is a file's name, and --out takes a folder; name files with --wav, --mp3, --flac, --ogg, --score and --piano-roll");
        var midi = TuneSource.OfFile(path).Load();
        var solo = SoloMidi.FromMidi(midi, path);
        var likeMidi = folder is null ? path : Path.Combine(folder, Path.GetFileName(path));
        var files = plan(likeMidi);
        if (!files.Paths.Any()) files = files with { Wav = Path.ChangeExtension(likeMidi, FileEnding.Wav) };
        files.RequireWritable();
        var written = files.Write(midi, solo, Path.GetFileNameWithoutExtension(path));
        if (json) Json.Write(terminal.Out, new JsonObject { ["files"] = Json.Array(written) });
        else terminal.Out.WriteLine($"Wrote {string.Join(", ", written)}");
    }
}
