using GpuJazz.Host.Cli;
using GpuJazz.Host.Files;
using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Host.Improvising;

/// <summary>The files that a solo is written to; null where none is wanted.</summary>
internal sealed record SoloFiles
{
    /// <summary>The MIDI file.</summary>
    public string? Midi { get; init; }

    /// <summary>The WAV file.</summary>
    public string? Wav { get; init; }

    /// <summary>The MP3 file.</summary>
    public string? Mp3 { get; init; }

    /// <summary>The piano roll, an SVG drawing.</summary>
    public string? PianoRoll { get; init; }

    /// <summary>All paths, each with the option that names it, in the order of writing.</summary>
    public IEnumerable<(string Option, string Path)> Paths =>
        new (string Option, string? Path)[] { ("--out", Midi), ("--wav", Wav), ("--mp3", Mp3), ("--piano-roll", PianoRoll) }
            .Where(file => file.Path is not null)
            .Select(file => (file.Option, file.Path!));

    /// <summary>The files of one of several solos: <c>solo.mid</c> becomes <c>solo-2.mid</c>; of one alone, these.</summary>
    /// <param name="number">Which, from 1.</param>
    /// <param name="count">How many there are.</param>
    public SoloFiles Numbered(int number, int count) => count == 1 ? this : new SoloFiles
    {
        Midi = Numbered(Midi, number),
        Wav = Numbered(Wav, number),
        Mp3 = Numbered(Mp3, number),
        PianoRoll = Numbered(PianoRoll, number),
    };

    /// <summary>Checks that every file can be written, before the work that makes its content.</summary>
    public void RequireWritable()
    {
        var seen = new Dictionary<string, string>();
        foreach (var (option, path) in Paths)
        {
            if (!seen.TryAdd(Path.GetFullPath(path), option))
                throw CommandException.WrongUsage($"{option} and {seen[Path.GetFullPath(path)]} both name '{path}'; give each its own file");
            Writable.Target(path, option);
        }

        if (Mp3 is not null && !Lame.IsInstalled)
            throw CommandException.Failed($"--mp3 needs the LAME library, which was not found; {Lame.HowToInstall}");
    }

    /// <summary>Writes a solo to all of them, each whole or not at all.</summary>
    /// <param name="solo">The solo.</param>
    /// <param name="title">Its heading.</param>
    /// <returns>The paths written.</returns>
    public IReadOnlyList<string> Write(Solo solo, string title) => Write(SoloMidi.ToMidi(solo, title), solo, title);

    /// <summary>Writes a MIDI file to all of them.</summary>
    /// <param name="midi">What is played.</param>
    /// <param name="solo">What is drawn.</param>
    /// <param name="title">The heading of the drawing.</param>
    /// <returns>The paths written.</returns>
    public IReadOnlyList<string> Write(MidiFile midi, Solo solo, string title)
    {
        List<string> written = [];
        try
        {
            if (Midi is not null) Write(Midi, stream => midi.Write(stream));
            if (Wav is not null || Mp3 is not null)
            {
                var sound = Synthesizer.Render(Performance.Of(midi));
                if (Wav is not null) Write(Wav, stream => WavFile.Write(sound, stream));
                if (Mp3 is not null) Write(Mp3, stream => Mp3File.Write(sound, stream));
            }

            if (PianoRoll is not null) TextFile.Write(PianoRoll, text => Music.PianoRoll.Write(solo, text, title));
        }
        catch (MusicException error) when (written.Count > 0)
        {
            throw CommandException.Failed($"{error.Message} (but {string.Join(", ", written)} was written)", error);
        }

        return [.. Paths.Select(file => file.Path)];

        void Write(string path, Action<Stream> write)
        {
            AtomicFile.Write(path, write);
            written.Add(path);
        }
    }

    private static string? Numbered(string? path, int number) =>
        path is null ? null : Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{number}{Path.GetExtension(path)}");
}
