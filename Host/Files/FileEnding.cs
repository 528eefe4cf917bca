using GpuJazz.Host.Cli;

namespace GpuJazz.Host.Files;

/// <summary>The endings of file names, so that no file is named like one of another kind.</summary>
internal static class FileEnding
{
    /// <summary>Of a MIDI file.</summary>
    public const string Midi = ".mid";

    /// <summary>Of a WAV file.</summary>
    public const string Wav = ".wav";

    /// <summary>Of an MP3 file.</summary>
    public const string Mp3 = ".mp3";

    /// <summary>Of a FLAC file.</summary>
    public const string Flac = ".flac";

    /// <summary>Of an Ogg Vorbis file.</summary>
    public const string Ogg = ".ogg";

    /// <summary>Of a score in MusicXML.</summary>
    public const string MusicXml = ".musicxml";

    /// <summary>Of a drawing.</summary>
    public const string Svg = ".svg";

    /// <summary>Of a page.</summary>
    public const string Html = ".html";

    private static readonly string[] Known = [Midi, ".midi", Wav, Mp3, Flac, Ogg, MusicXml, Svg, Html, ".abc", ".txt", ".safetensors"];

    /// <summary>Whether a path ends like a file that this program reads or writes.</summary>
    public static bool IsKnown(string path) => Known.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a path that ends like a file of another kind; any other ending is the user's own choice.</summary>
    /// <param name="own">The ending of the kind that is written.</param>
    /// <param name="path">The path.</param>
    /// <param name="option">The option that named it, for the error.</param>
    public static void Require(string own, string path, string option)
    {
        var ending = Path.GetExtension(path);
        var isOwn = ending.Equals(own, StringComparison.OrdinalIgnoreCase) || (own == Midi && ending.Equals(".midi", StringComparison.OrdinalIgnoreCase));
        if (IsKnown(path) && !isOwn)
            throw CommandException.WrongUsage($"{option} '{path}' would not be a {ending} file; give it a name that ends in {own}");
    }
}
