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

    /// <summary>The FLAC file.</summary>
    public string? Flac { get; init; }

    /// <summary>The Ogg Vorbis file.</summary>
    public string? Ogg { get; init; }

    /// <summary>The SoundFont that sounds are played with; null for the built-in synthesiser. It is read, not written.</summary>
    public string? SoundFont { get; init; }

    /// <summary>The score, a lead sheet in MusicXML.</summary>
    public string? Score { get; init; }

    /// <summary>The piano roll, an SVG drawing.</summary>
    public string? PianoRoll { get; init; }

    /// <summary>All paths, each with the option that names it, in the order of writing.</summary>
    public IEnumerable<(string Option, string Path)> Paths =>
        new (string Option, string? Path)[] { ("--out", Midi), ("--wav", Wav), ("--mp3", Mp3), ("--flac", Flac), ("--ogg", Ogg), ("--score", Score), ("--piano-roll", PianoRoll) }
            .Where(file => file.Path is not null)
            .Select(file => (file.Option, file.Path!));

    /// <summary>The files of one of several solos: <c>solo.mid</c> becomes <c>solo-2.mid</c>; of one alone, these.</summary>
    /// <param name="number">Which, from 1.</param>
    /// <param name="count">How many there are.</param>
    public SoloFiles Numbered(int number, int count) => count == 1 ? this : this with
    {
        Midi = Numbered(Midi, number),
        Wav = Numbered(Wav, number),
        Mp3 = Numbered(Mp3, number),
        Flac = Numbered(Flac, number),
        Ogg = Numbered(Ogg, number),
        Score = Numbered(Score, number),
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
        if ((Flac ?? Ogg) is not null && !SoundFile.IsInstalled)
            throw CommandException.Failed($"{(Flac is null ? "--ogg" : "--flac")} needs libsndfile, which was not found; {SoundFile.HowToInstall}");
        if (SoundFont is not null) RequireSoundFont(SoundFont);
    }

    private bool HasSound => (Wav ?? Mp3 ?? Flac ?? Ogg) is not null;

    private void RequireSoundFont(string path)
    {
        if (!HasSound)
            throw CommandException.WrongUsage("--soundfont is for a sound file; ask for one with --wav, --mp3, --flac or --ogg");
        if (!FluidSynth.IsInstalled)
            throw CommandException.Failed($"--soundfont needs the FluidSynth library, which was not found; {FluidSynth.HowToInstall}");
        if (!File.Exists(path))
            throw CommandException.Failed($"--soundfont '{path}' is not a file; name an .sf2 or .sf3 file (Debian has one in fluid-soundfont-gm)");
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
            if (HasSound)
            {
                var sound = Rendered(midi);
                if (Wav is not null) Write(Wav, stream => WavFile.Write(sound, stream));
                if (Mp3 is not null) Write(Mp3, stream => Mp3File.Write(sound, stream));
                if (Flac is not null) Write(Flac, stream => SoundFile.WriteFlac(sound, stream));
                if (Ogg is not null) Write(Ogg, stream => SoundFile.WriteOgg(sound, stream));
            }

            if (Score is not null) TextFile.Write(Score, text => MusicXmlFile.Write(solo, text, title));

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

    private StereoSound Rendered(MidiFile midi)
    {
        var performance = Performance.Of(midi);
        if (SoundFont is null) return Synthesizer.Render(performance);
        using var bytes = new MemoryStream();
        midi.Write(bytes);
        return FluidSynth.Render(bytes.ToArray(), performance.End, SoundFont);
    }

    private static string? Numbered(string? path, int number) =>
        path is null ? null : Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{number}{Path.GetExtension(path)}");
}
