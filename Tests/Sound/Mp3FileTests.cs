using System.Diagnostics;
using GpuJazz.Music;
using GpuJazz.Tests.Score;

namespace GpuJazz.Tests.Sound;

public sealed class Mp3FileTests
{
    [LameFact]
    public void Decoded_it_has_the_length_and_the_sound_that_were_encoded()
    {
        using var folder = new TemporaryFolder();
        var sound = Synthesizer.Render(Solos.Small);
        AtomicFile.Write(folder.File("solo.mp3"), stream => Mp3File.Write(sound, stream));
        var decoded = Decode(folder);
        Assert.Equal(sound.Duration.TotalSeconds, new StereoSound(decoded).Duration.TotalSeconds, 0.1);
        Assert.True(Correlation(sound.Samples, decoded) > 0.99);
    }

    [LameFact]
    public void The_same_sound_gives_the_same_bytes()
    {
        var sound = new StereoSound(new short[20_000]);
        using MemoryStream first = new(), second = new();
        Mp3File.Write(sound, first);
        Mp3File.Write(sound, second);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [LameFact]
    public void A_sound_of_no_length_is_a_file_all_the_same()
    {
        using var stream = new MemoryStream();
        Mp3File.Write(new StereoSound([]), stream);
        Assert.NotEqual(0, stream.Length);
    }

    [Fact]
    public void Without_the_library_the_error_says_how_to_install_it()
    {
        // Where it is installed, a library of another name stands for one that is missing.
        var error = Assert.Throws<MusicException>(() => Lame.Require(new SharedLibrary("of-no-machine", ["libmp3lame-of-no-machine"])));
        Assert.Contains(Lame.HowToInstall, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static short[] Decode(TemporaryFolder folder)
    {
        using var lame = Process.Start("lame", ["--decode", "--quiet", folder.File("solo.mp3"), folder.File("decoded.wav")]);
        lame.WaitForExit();
        Assert.Equal(0, lame.ExitCode);
        var bytes = File.ReadAllBytes(folder.File("decoded.wav"));
        var samples = new short[(bytes.Length - 44) / 2];
        Buffer.BlockCopy(bytes, 44, samples, 0, 2 * samples.Length);
        return samples;
    }

    private static double Correlation(short[] one, short[] other)
    {
        double products = 0, squares = 0, otherSquares = 0;
        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
        {
            products += (double)one[i] * other[i];
            squares += (double)one[i] * one[i];
            otherSquares += (double)other[i] * other[i];
        }

        return products / Math.Sqrt(squares * otherSquares);
    }
}

/// <summary>A test that needs LAME, its library and its program; left out, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LameFactAttribute : FactAttribute
{
    private static readonly string? Missing =
        !Lame.IsInstalled ? $"LAME's library is not installed; {Lame.HowToInstall}"
        : !HasProgram() ? "the program lame is not installed; on Debian run: apt-get install lame"
        : null;

    public LameFactAttribute() => Skip = Missing;

    private static bool HasProgram() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "lame")) || File.Exists(Path.Combine(folder, "lame.exe")));
}
