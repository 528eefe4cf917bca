using System.Text;
using GpuJazz.Music;
using GpuJazz.Tests.Score;

namespace GpuJazz.Tests.Sound;

/// <summary>FLAC and Ogg by libsndfile, and SoundFonts by FluidSynth, where the machine has them.</summary>
public sealed class SoundFileTests
{
    private const string SoundFont = "/usr/share/sounds/sf2/default-GM.sf2";

    [SoundFileFact]
    public void A_flac_file_says_its_rate_channels_and_length_and_repeats()
    {
        var sound = Synthesizer.Render(Solos.Small);
        var bytes = Written(stream => SoundFile.WriteFlac(sound, stream));
        Assert.Equal("fLaC", Encoding.ASCII.GetString(bytes, 0, 4));

        // STREAMINFO: after 18 bytes, 20 bits of rate, 3 of channels − 1, 5 of bits − 1, 36 of frames.
        var packed = bytes.AsSpan(18, 8).ToArray().Aggregate(0UL, (sum, next) => (sum << 8) | next);
        Assert.Equal((44_100UL, 1UL, 15UL, (ulong)sound.Frames), (packed >> 44, (packed >> 41) & 7, (packed >> 36) & 31, packed & 0xF_FFFF_FFFF));
        Assert.True(bytes.Length < sound.Samples.Length * sizeof(short));
        Assert.Equal(bytes, Written(stream => SoundFile.WriteFlac(sound, stream)));
    }

    [SoundFileFact]
    public void An_ogg_file_has_the_sound_in_a_tenth_of_the_space()
    {
        var sound = Synthesizer.Render(Solos.Small);
        var bytes = Written(stream => SoundFile.WriteOgg(sound, stream));
        Assert.Equal("OggS", Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.Equal("vorbis", Encoding.ASCII.GetString(bytes, 29, 6));
        Assert.Equal(44_100, BitConverter.ToInt32(bytes, 40));
        Assert.True(bytes.Length < sound.Samples.Length * sizeof(short) / 5);

        // The last page's position is the number of frames.
        var last = bytes.AsSpan().LastIndexOf("OggS"u8);
        Assert.Equal(sound.Frames, BitConverter.ToInt64(bytes, last + 6));
    }

    [FluidSynthFact]
    public void A_soundfont_plays_the_notes_at_their_times()
    {
        var solo = Solos.Small with { Melody = [new(Beats.Quarters(2), Beats.Quarters(2), 69, 110)], Chords = [] };
        var sound = Rendered(solo, SoundFont);
        var second = 60 * StereoSound.SampleRate / 130;
        Assert.InRange(sound.Samples[..(2 * 2 * second - 2000)].Max(sample => Math.Abs((int)sample)), 0, 60);
        Assert.True(sound.Samples[(2 * 2 * second)..(2 * 3 * second)].Max(sample => Math.Abs((int)sample)) > 5000);
        Assert.InRange(sound.Samples.Max(sample => Math.Abs((double)sample)) / 32768, 0.62, 0.6315);
        Assert.Equal(sound.Samples, Rendered(solo, SoundFont).Samples);
    }

    [FluidSynthFact]
    public void What_is_no_soundfont_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("bad.sf2"), [1, 2, 3]);
        var error = Assert.Throws<MusicException>(() => Rendered(Solos.Small, folder.File("bad.sf2")));
        Assert.Contains("bad.sf2", error.Message, StringComparison.Ordinal);
    }

    private static StereoSound Rendered(Solo solo, string soundFont)
    {
        var midi = SoloMidi.ToMidi(solo);
        using var stream = new MemoryStream();
        midi.Write(stream);
        return FluidSynth.Render(stream.ToArray(), Performance.Of(midi).End, soundFont);
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    /// <summary>A test that needs libsndfile.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SoundFileFactAttribute : FactAttribute
    {
        public SoundFileFactAttribute() => Skip = SoundFile.IsInstalled ? null : $"libsndfile is not installed; {SoundFile.HowToInstall}";
    }

    /// <summary>A test that needs FluidSynth and Debian's SoundFont.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FluidSynthFactAttribute : FactAttribute
    {
        public FluidSynthFactAttribute() => Skip =
            !FluidSynth.IsInstalled ? $"FluidSynth's library is not installed; {FluidSynth.HowToInstall}"
            : !File.Exists(SoundFont) ? $"{SoundFont} is not there; on Debian run: apt-get install fluid-soundfont-gm"
            : null;
    }
}
