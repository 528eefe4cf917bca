using System.CommandLine;
using GpuJazz.Host.Files;
using GpuJazz.Host.Improvising;

namespace GpuJazz.Host.Cli;

/// <summary>The options that say which files a solo is written to: sound, score and picture, each with a path or without.</summary>
internal sealed class SoloFileOptions
{
    private readonly Option<string?> wav = OptionFactory.FileKind("--wav", "Write a WAV file; without a path, named like the MIDI file");
    private readonly Option<string?> mp3 = OptionFactory.FileKind("--mp3", "Write an MP3 file by means of LAME's library");
    private readonly Option<string?> flac = OptionFactory.FileKind("--flac", "Write a FLAC file by means of libsndfile");
    private readonly Option<string?> ogg = OptionFactory.FileKind("--ogg", "Write an Ogg Vorbis file by means of libsndfile");
    private readonly Option<string?> soundFont = OptionFactory.Text(
        "--soundfont", "file.sf2", "Play the sound with this SoundFont by means of FluidSynth's library, rather than the built-in synthesiser");
    private readonly Option<string?> score = OptionFactory.FileKind("--score", "Write a lead sheet as MusicXML");
    private readonly Option<string?> pianoRoll = OptionFactory.FileKind("--piano-roll", "Write a piano roll as an SVG drawing");

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(wav);
        command.Add(mp3);
        command.Add(flac);
        command.Add(ogg);
        command.Add(soundFont);
        command.Add(score);
        command.Add(pianoRoll);
    }

    /// <summary>The files asked for.</summary>
    /// <param name="result">The parsed line.</param>
    /// <param name="likeMidi">The MIDI file after which files without a path are named.</param>
    /// <param name="midi">The MIDI file to write, or null for none.</param>
    public SoloFiles Plan(ParseResult result, string likeMidi, string? midi)
    {
        if (midi is not null) FileEnding.Require(FileEnding.Midi, midi, "--out");
        return new SoloFiles
        {
            Midi = midi,
            Wav = PathOf(result, wav, likeMidi, FileEnding.Wav),
            Mp3 = PathOf(result, mp3, likeMidi, FileEnding.Mp3),
            Flac = PathOf(result, flac, likeMidi, FileEnding.Flac),
            Ogg = PathOf(result, ogg, likeMidi, FileEnding.Ogg),
            SoundFont = result.GetValue(soundFont),
            Score = PathOf(result, score, likeMidi, FileEnding.MusicXml),
            PianoRoll = PathOf(result, pianoRoll, likeMidi, FileEnding.Svg),
        };
    }

    private static string? PathOf(ParseResult result, Option<string?> option, string likeMidi, string extension)
    {
        if (result.GetResult(option) is null) return null;
        if (result.GetValue(option) is not { Length: > 0 } path) return Path.ChangeExtension(likeMidi, extension);
        FileEnding.Require(extension, path, option.Name);
        return path;
    }
}
