using System.Diagnostics;
using GpuJazz.Tests.Host;
using GpuJazz.Tests.Sound;

namespace GpuJazz.Tests.Acceptance;

/// <summary>The sound of a solo.</summary>
public sealed class HeardSoloTests(SmallModel small) : IClassFixture<SmallModel>
{
    // A step of a twelfth of full scale between two smooth neighbours is heard as a click.
    private const int Click = 32_768 / 12;
    private const int Silence = 64;

    [Theory]
    [InlineData("played", "--accompaniment", "piano,bass")] // a cymbal is noise, which is made of what a click is
    [InlineData("original")]
    public void The_wav_is_clean(string style, params string[] more)
    {
        using var folder = new TemporaryFolder();
        Generate(folder, ["--style", style, "--wav", .. more]);
        var midi = MidiContent.Read(folder.File("solo.mid"));
        var wav = WavContent.Read(folder.File("solo.wav"));
        var music = midi.Tracks.SelectMany(track => track.Notes).Max(note => note.End) * 60.0 / 130 / midi.TicksPerQuarter;
        Assert.InRange(wav.Seconds, music, music + 4);
        Assert.False(wav.Left.AsSpan().SequenceEqual(wav.Right));
        CheckChannel(wav.Left);
        CheckChannel(wav.Right);
    }

    [Fact]
    public void Every_melody_note_sounds_at_its_own_pitch()
    {
        using var folder = new TemporaryFolder();
        int[] pitches = [57, 64, 69, 73, 80];
        File.WriteAllBytes(folder.File("line.mid"), SlowLine(pitches));
        CommandRun.OutputOf("render", folder.File("line.mid"), "--wav");
        var wav = WavContent.Read(folder.File("line.wav"));
        for (var note = 0; note < pitches.Length; note++)
        {
            // A note a second; its middle half.
            var part = wav.Left.AsSpan((note * WavContent.Rate) + (WavContent.Rate / 4), WavContent.Rate / 2);
            foreach (var neighbour in new[] { pitches[note] - 1, pitches[note] + 1 })
                Assert.True(Strength(part, pitches[note]) > 5 * Strength(part, neighbour), $"pitch {pitches[note]} against {neighbour}");
        }
    }

    [LameFact]
    public void The_mp3_is_decoded_to_the_same_length()
    {
        using var folder = new TemporaryFolder();
        Generate(folder, "--wav", "--mp3");
        using var lame = Process.Start("lame", ["--quiet", "--decode", folder.File("solo.mp3"), folder.File("decoded.wav")]);
        lame.WaitForExit();
        Assert.Equal(0, lame.ExitCode);
        Assert.Equal(WavContent.Read(folder.File("solo.wav")).Seconds, WavContent.Read(folder.File("decoded.wav")).Seconds, 0.1);
        Assert.True(new FileInfo(folder.File("solo.mp3")).Length < new FileInfo(folder.File("solo.wav")).Length / 4);
    }

    private void Generate(TemporaryFolder folder, params string[] more) =>
        CommandRun.OutputOf(["generate", "--model", small.Path, "--accelerator", "cpu", "--out", folder.File("solo.mid"), .. more]);

    private static void CheckChannel(short[] channel)
    {
        Assert.InRange(channel.Max(), (short)0, (short)32_766);
        Assert.InRange(channel.Min(), (short)-32_766, (short)0);
        Assert.InRange(channel.Average(sample => sample), -33, 33); // a thousandth of full scale
        Assert.InRange(Math.Sqrt(channel.Average(sample => (double)sample * sample)), 0.02 * 32_768, 32_768);
        Assert.InRange(channel[0], -Silence, Silence);
        Assert.All(channel[^441..], sample => Assert.InRange(sample, -Silence, Silence));
        var roughest = 0;
        for (var index = 2; index < channel.Length; index++)
            roughest = Math.Max(roughest, Math.Abs(channel[index] - (2 * channel[index - 1]) + channel[index - 2]));
        Assert.InRange(roughest, 1, Click);
    }

    /// <summary>How much of a pitch is in a sound: its Fourier component under a Hann window.</summary>
    private static double Strength(ReadOnlySpan<short> sound, int pitch)
    {
        var turn = 2 * Math.PI * 440 * Math.Pow(2, (pitch - 69) / 12.0) / WavContent.Rate;
        double cosine = 0, sine = 0;
        for (var index = 0; index < sound.Length; index++)
        {
            var value = sound[index] * (1 - Math.Cos(2 * Math.PI * index / sound.Length));
            cosine += value * Math.Cos(turn * index);
            sine += value * Math.Sin(turn * index);
        }

        return Math.Sqrt((cosine * cosine) + (sine * sine));
    }

    /// <summary>A MIDI file of a melody, a note a second at 120 beats a minute, and of one low chord after it.</summary>
    private static byte[] SlowLine(int[] pitches)
    {
        byte[] melody = [0, 0xFF, 3, 6, .. "Melody"u8, .. pitches.SelectMany(pitch => Note(0, pitch))];
        byte[] chords = [0, 0xFF, 3, 6, .. "Chords"u8, .. pitches.SelectMany(_ => Rest), .. Note(1, 36)];
        return [.. "MThd"u8, 0, 0, 0, 6, 0, 1, 0, 2, 0, 60, .. Track(melody), .. Track(chords)];
    }

    // A text event a second later: two quarters of 60 ticks.
    private static readonly byte[] Rest = [120, 0xFF, 1, 0];

    private static byte[] Note(int channel, int pitch) =>
        [0, (byte)(0x90 | channel), (byte)pitch, 90, 120, (byte)(0x80 | channel), (byte)pitch, 0];

    private static byte[] Track(byte[] events) =>
        [.. "MTrk"u8, 0, 0, (byte)((events.Length + 4) >> 8), (byte)(events.Length + 4), .. events, 0, 0xFF, 0x2F, 0];
}
