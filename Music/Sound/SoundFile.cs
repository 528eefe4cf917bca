namespace GpuJazz.Music;

/// <summary>Writes sound as FLAC or Ogg Vorbis by libsndfile, a shared library that is used when the machine has it.</summary>
public static class SoundFile
{
    private const int Flac16 = 0x17_0002;
    private const int OggVorbis = 0x20_0060;

    /// <summary>Frames that are encoded at a time; some versions of the library can't take all at once.</summary>
    private const int Chunk = 4096;

    private static readonly SharedLibrary Shared = new(SndFileHandle.Library, Names);

    /// <summary>Whether the library is on this machine.</summary>
    public static bool IsInstalled => Shared.IsInstalled;

    /// <summary>How to install it on this machine, in one line.</summary>
    public static string HowToInstall =>
        OperatingSystem.IsWindows() ? "put sndfile.dll (64 bits) beside the program or in a folder on PATH"
        : OperatingSystem.IsMacOS() ? "run: brew install libsndfile"
        : "run: apt-get install libsndfile1 (Debian, Ubuntu), dnf install libsndfile (Fedora) or pacman -S libsndfile (Arch)";

    private static IEnumerable<string> Names =>
        OperatingSystem.IsWindows() ? ["sndfile.dll", "libsndfile-1.dll"]
        : OperatingSystem.IsMacOS() ? ["libsndfile.dylib", "/opt/homebrew/lib/libsndfile.dylib", "/usr/local/lib/libsndfile.dylib"]
        : ["libsndfile.so.1", "libsndfile.so"];

    /// <summary>Writes FLAC: the same 16-bit samples, in about half the space.</summary>
    /// <param name="sound">What to write.</param>
    /// <param name="output">Where to; written from its present position, not closed, need not seek.</param>
    /// <exception cref="MusicException">The library is not installed (the line says how to install it), or it refuses.</exception>
    public static void WriteFlac(StereoSound sound, Stream output) => Write(sound, output, Flac16);

    /// <summary>Writes Ogg Vorbis. The number of its stream is drawn anew each time, so that two files of one sound differ in it.</summary>
    /// <param name="sound">What to write.</param>
    /// <param name="output">Where to; written from its present position, not closed, need not seek.</param>
    /// <exception cref="MusicException">The library is not installed (the line says how to install it), or it refuses.</exception>
    public static void WriteOgg(StereoSound sound, Stream output) => Write(sound, output, OggVorbis);

    // The library seeks back to fill in lengths, so it writes to a file of its own first.
    private static void Write(StereoSound sound, Stream output, int format)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentNullException.ThrowIfNull(output);
        if (!IsInstalled) throw new MusicException($"FLAC and Ogg need libsndfile, which was not found; {HowToInstall}");
        var temporary = Path.GetTempFileName();
        try
        {
            Encode(sound, temporary, format);
            using var encoded = File.OpenRead(temporary);
            encoded.CopyTo(output);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Encode(StereoSound sound, string path, int format)
    {
        SndFileInfo info = new() { SampleRate = StereoSound.SampleRate, Channels = StereoSound.Channels, Format = format };
        using var file = SndFileHandle.Open(path, SndFileHandle.ForWriting, ref info);
        if (file.IsInvalid) throw new MusicException("libsndfile has no encoder for this format; use WAV instead");
        for (var start = 0; start < sound.Frames; start += Chunk)
        {
            var frames = Math.Min(Chunk, sound.Frames - start);
            var samples = sound.Samples.AsSpan(StereoSound.Channels * start, StereoSound.Channels * frames);
            if (SndFileHandle.Write(file, samples, frames) != frames)
                throw new MusicException("libsndfile could not write the sound; free space for temporary files, or use WAV instead");
        }
    }
}
