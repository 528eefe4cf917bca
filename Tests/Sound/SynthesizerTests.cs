using GpuJazz.Music;
using GpuJazz.Tests.Score;

namespace GpuJazz.Tests.Sound;

public sealed class SynthesizerTests
{
    private const double FullScale = 32768;

    public static TheoryData<int> Programs => [.. Enumerable.Range(0, 16).Select(family => 8 * family), 4];

    [Fact]
    public void A_solo_outlasts_its_last_note_by_a_breath()
    {
        var sound = Synthesizer.Render(Solos.Small);
        var music = Solos.Small.End.InQuarters * 60 / Solos.Small.BeatsPerMinute;
        Assert.InRange(sound.Duration.TotalSeconds, music + 0.5, music + 3);
    }

    [Fact]
    public void The_same_solo_gives_the_same_samples() =>
        Assert.Equal(Synthesizer.Render(Solos.Small).Samples, Synthesizer.Render(Solos.Small).Samples);

    [Fact]
    public void Of_a_solo_and_of_its_midi_file_the_sound_is_the_same() => Assert.Equal(
        Synthesizer.Render(Solos.Small).Samples,
        Synthesizer.Render(Performance.Of(SoloMidi.ToMidi(Solos.Small))).Samples);

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void The_peak_is_four_decibels_below_full_scale_however_many_notes_there_are(int notes)
    {
        var sound = Synthesizer.Render(new Performance([.. Enumerable.Range(0, notes).Select(i => Play(pitch: 30 + i))]));
        Assert.InRange(sound.Samples.Max(sample => Math.Abs((double)sample)) / FullScale, 0.62, 0.6315);
    }

    [Fact]
    public void There_is_no_offset_and_the_ends_are_silent()
    {
        var samples = Synthesizer.Render(Solos.Small).Samples;
        Assert.InRange(samples.Average(sample => sample / FullScale), -1e-3, 1e-3);
        Assert.All(samples.Take(2), sample => Assert.Equal(0, sample));
        Assert.All(samples.TakeLast(8), sample => Assert.Equal(0, sample));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void No_note_begins_or_ends_with_a_click(int program)
    {
        // A pure 65 Hz tone never jumps far between samples, and the partials of these voices lie below 2 kHz at this pitch:
        // a step in the envelope would show as a second difference far above what such partials can make.
        var samples = Left(Synthesizer.Render(new Performance([Play(pitch: 36, program: program, start: 0.05, end: 0.6)])));
        var held = Roughness(samples, 0.25, 0.55);
        Assert.True(Roughness(samples, 0.0495, 0.051) <= Roughness(samples, 0.051, 0.1), "where it is struck");
        Assert.True(Roughness(samples, 0.58, 0.75) <= 1.05 * held, "where it is let go");
    }

    [Fact]
    public void A_note_cut_off_at_once_fades_all_the_same()
    {
        var samples = Left(Synthesizer.Render(new Performance([Play(pitch: 48, end: 0)])));
        Assert.True(Roughness(samples, 0, 1) < 0.05 * samples.Max(Math.Abs));
    }

    [Fact]
    public void A_note_sounds_at_its_pitch()
    {
        foreach (var (pitch, hertz) in new[] { (45, 110.0), (57, 220.0), (69, 440.0), (81, 880.0) })
        {
            var samples = Left(Synthesizer.Render(new Performance([Play(pitch)])));
            Assert.True(Strength(samples, hertz) > 5 * Strength(samples, hertz * 1.06), $"{hertz} Hz");
            Assert.True(Strength(samples, hertz) > 5 * Strength(samples, hertz / 1.06), $"{hertz} Hz");
        }
    }

    [Fact]
    public void Harder_is_louder_and_brighter()
    {
        PlayedNote soft = Play(pitch: 57, velocity: 40), hard = Play(pitch: 57, velocity: 120, start: 3, end: 4);
        var samples = Left(Synthesizer.Render(new Performance([soft, hard])));
        double[] first = samples[..(2 * StereoSound.SampleRate)], second = samples[(3 * StereoSound.SampleRate)..];
        Assert.True(Strength(second, 220) > 2 * Strength(first, 220));
        Assert.True(Strength(second, 660) / Strength(second, 220) > 2 * Strength(first, 660) / Strength(first, 220));
    }

    [Fact]
    public void The_highest_note_has_nothing_mirrored_below_its_pitch()
    {
        var samples = Left(Synthesizer.Render(new Performance([Play(pitch: 120, end: 0.5)])));
        for (var hertz = 200; hertz < 7000; hertz += 100)
            Assert.True(Strength(samples, hertz) < 0.01 * Strength(samples, 8372.018), $"{hertz} Hz");
    }

    [Fact]
    public void A_pan_is_heard_on_its_side()
    {
        var sound = Synthesizer.Render(new Performance([Play(pitch: 60) with { Pan = -1 }]));
        double left = 0, right = 0;
        for (var i = 0; i < sound.Samples.Length; i += 2)
        {
            left += Math.Abs((double)sound.Samples[i]);
            right += Math.Abs((double)sound.Samples[i + 1]);
        }

        Assert.True(left > 4 * right);
    }

    [Fact]
    public void Every_drum_sounds_and_no_drum_is_endless()
    {
        for (var drum = 35; drum <= 81; drum++)
        {
            var sound = Synthesizer.Render(new Performance([Play(pitch: drum) with { IsDrum = true }]));
            Assert.Contains(sound.Samples, sample => sample > 10_000);
            Assert.InRange(sound.Duration.TotalSeconds, 1, 6);
        }
    }

    [Fact]
    public void Silence_is_silent_and_endless_music_is_refused()
    {
        Assert.All(Synthesizer.Render(new Performance([])).Samples, sample => Assert.Equal(0, sample));
        Assert.Throws<MusicException>(() => Synthesizer.Render(new Performance([Play(pitch: 60, end: 1e6)])));
    }

    [Fact]
    public void A_crowd_of_notes_is_refused_before_it_takes_all_day()
    {
        var notes = Enumerable.Range(0, 200_000).Select(i => Play(pitch: 30 + i % 60, end: 100)).ToArray();
        var error = Assert.Throws<MusicException>(() => Synthesizer.Render(new Performance(notes)));
        Assert.Contains("200000 notes", error.Message, StringComparison.Ordinal);
    }

    private static PlayedNote Play(int pitch, int velocity = 100, int program = 4, double start = 0, double end = 1) =>
        new(start, end, pitch, velocity, program);

    private static double[] Left(StereoSound sound) => [.. sound.Samples.Where((_, i) => i % 2 == 0).Select(sample => sample / FullScale)];

    /// <summary>The largest second difference between two times.</summary>
    private static double Roughness(double[] samples, double from, double to) => Enumerable
        .Range(1 + (int)(from * StereoSound.SampleRate), (int)((to - from) * StereoSound.SampleRate))
        .Max(i => Math.Abs(samples[i - 1] - (2 * samples[i]) + samples[i + 1]));

    /// <summary>The amplitude at one frequency.</summary>
    private static double Strength(double[] samples, double hertz)
    {
        double real = 0, imaginary = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var (sine, cosine) = Math.SinCos(Math.Tau * hertz * i / StereoSound.SampleRate);
            real += samples[i] * cosine;
            imaginary += samples[i] * sine;
        }

        return Math.Sqrt((real * real) + (imaginary * imaginary)) / samples.Length;
    }
}
