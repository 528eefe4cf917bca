using GpuJazz.Host.Cli;
using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Host.Corpus;

/// <summary>A tune that can be read: a file, or one that comes with the program.</summary>
/// <param name="Name">The name to print and to call it by.</param>
/// <param name="Load">Reads it as a MIDI file; failures are a <see cref="MusicException"/> with the name in it.</param>
internal sealed record TuneSource(string Name, Func<MidiFile> Load)
{
    // Text longer than this is no tune; it is refused before it fills the memory.
    private const long MaximumAbcLength = 4 << 20;

    /// <summary>The endings of the files that are looked for in a folder.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".mid", ".midi", ".abc", ".musicxml", ".mxl"];

    /// <summary>A file: ABC notation or MusicXML if its name ends so, else MIDI.</summary>
    /// <param name="name">The name to print.</param>
    /// <param name="path">The file.</param>
    public TuneSource(string name, string path)
        : this(name, Loader(path))
    {
    }

    /// <summary>A file, called by its name without its folder.</summary>
    public static TuneSource OfFile(string path) => new(Path.GetFileName(path), path);

    /// <summary>Whether a file's name ends like a tune's.</summary>
    public static bool IsTune(ReadOnlySpan<char> name) =>
        Extensions.Contains(Path.GetExtension(name).ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads it as a melody over chords.</summary>
    /// <param name="options">How its parts and rests are read.</param>
    /// <returns>The tune; failures are a <see cref="MusicException"/> with the name in it.</returns>
    public Tune Read(ReadingOptions options)
    {
        var file = Load();
        if (IsAbc(Name) && !file.GetTrackChunks().SelectMany(track => track.Events).OfType<NoteOnEvent>().Any(note => note.Channel == AbcReader.ChordChannel))
            throw new MusicException($"'{Name}' has no chords to learn or play over; write chords such as \"Dm7\", in quotes, above the first bar and where they change");
        return TuneReader.Read(file, Name, options);
    }

    private static Func<MidiFile> Loader(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".ABC" => () => LoadAbc(path),
        ".MUSICXML" or ".MXL" or ".XML" => () => MusicXmlReader.Read(path),
        _ => () => MidiLoader.Load(path),
    };

    private static bool IsAbc(string path) => path.EndsWith(".abc", StringComparison.OrdinalIgnoreCase);

    private static MidiFile LoadAbc(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaximumAbcLength)
                throw CommandException.Failed($"'{path}' is too long for a tune in ABC notation; name a text of at most 4 MB");
            using var text = new StreamReader(path);
            return AbcReader.Read(text, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failed($"'{path}' can't be read ({error.Message.TrimEnd('.')}); check the path", error);
        }
    }
}
