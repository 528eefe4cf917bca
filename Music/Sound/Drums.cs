namespace GpuJazz.Music;

/// <summary>The percussion channel: each drum is a falling tone, a burst of noise, or both.</summary>
internal static class Drums
{
    /// <summary>Seconds for which the longest drum rings.</summary>
    public const double Longest = 2.5;

    private const double Rise = 0.0008;
    private const double Fall = 0.01;

    /// <summary>What a drum is made of.</summary>
    /// <param name="Tone">Amplitude of its tone.</param>
    /// <param name="From">Frequency when struck, in hertz.</param>
    /// <param name="To">Frequency that it falls to, in hertz.</param>
    /// <param name="ToneDecay">Seconds in which the tone falls to 1/e.</param>
    /// <param name="Noise">Amplitude of its noise.</param>
    /// <param name="NoiseDecay">Seconds in which the noise falls to 1/e.</param>
    /// <param name="Thin">How much of the noise's low end is taken away, 0 to 1.</param>
    private readonly record struct Drum(
        double Tone, double From, double To, double ToneDecay, double Noise, double NoiseDecay, double Thin);

    /// <summary>Adds a drum to a mix; a drum rings as long as it rings, whatever the length of its note.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="note">The note; its pitch is General MIDI's number of the drum.</param>
    public static void Play(StereoMix mix, in PlayedNote note)
    {
        var drum = For(note.Pitch);
        var start = StereoMix.FrameAt(note.Start);
        var length = Math.Min(LengthOf(drum), mix.Frames - start);
        var gain = note.Gain * Math.Pow(note.Velocity / 127.0, 1.5);
        var (leftGain, rightGain) = StereoMix.Pan(note.Pan);
        var envelope = new Envelope(StereoMix.FrameAt(Rise), length - StereoMix.FrameAt(Fall), StereoMix.FrameAt(Fall));
        var random = new SeededRandom(note.Pitch, RandomPurpose.Drums);
        double phase = 0, low = 0;
        for (var frame = 0; frame < length; frame++)
        {
            var seconds = frame / (double)StereoSound.SampleRate;
            phase += (drum.To + ((drum.From - drum.To) * Math.Exp(-seconds / 0.03))) / StereoSound.SampleRate;
            var white = (2 * random.Fraction()) - 1;
            low += 0.25 * (white - low);
            var sample = (drum.Tone * Fading(seconds, drum.ToneDecay) * Math.Sin(Math.Tau * phase))
                + (drum.Noise * Fading(seconds, drum.NoiseDecay) * (white - (drum.Thin * low)));
            sample *= gain * envelope[frame];
            mix.Left[start + frame] += (float)(sample * leftGain);
            mix.Right[start + frame] += (float)(sample * rightGain);
        }
    }

    private static int LengthOf(in Drum drum) =>
        StereoMix.FrameAt(Math.Clamp(7 * Math.Max(drum.ToneDecay, drum.NoiseDecay), 0.05, Longest));

    /// <summary>What is left after a time; nothing of what has no decay, which is not there.</summary>
    private static double Fading(double seconds, double decay) => decay > 0 ? Math.Exp(-seconds / decay) : 0;

    private static Drum For(int number) => number switch
    {
        35 or 36 => new(1.1, 130, 48, 0.11, 0.05, 0.005, 0.5), // bass drum
        37 or 39 => new(0.2, 900, 800, 0.01, 0.35, 0.02, 0.6), // side stick, clap
        38 or 40 => new(0.35, 230, 180, 0.06, 0.4, 0.07, 0.3), // snare
        42 or 44 => new(0, 0, 0, 0, 0.3, 0.025, 1), // closed and pedalled hi-hat
        46 => new(0, 0, 0, 0, 0.2, 0.14, 1), // open hi-hat
        41 or 43 or 45 or 47 or 48 or 50 => new(0.7, 30 + (5 * (number - 30)), 20 + (4 * (number - 30)), 0.16, 0.04, 0.01, 0.3), // toms
        49 or 52 or 55 or 57 => new(0, 0, 0, 0, 0.28, 0.34, 0.95), // crash
        51 or 53 or 59 => new(0.05, 3100, 3100, 0.2, 0.24, 0.2, 1), // ride
        69 or 70 or 82 => new(0, 0, 0, 0, 0.14, 0.02, 1), // cabasa, maracas, shaker
        >= 60 and <= 66 => new(0.5, 500 - (22 * (number - 60)), 420 - (22 * (number - 60)), 0.07, 0.05, 0.006, 0.4), // bongos, congas
        _ => new(0.25, 1250, 1200, 0.03, 0.05, 0.01, 0.5), // blocks, bells and the rest
    };
}
