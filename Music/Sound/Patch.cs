namespace GpuJazz.Music;

/// <summary>A partial beside the harmonic series, such as the bell-like mode of an electric piano's tine.</summary>
/// <param name="Ratio">Its frequency over the note's.</param>
/// <param name="Level">Its amplitude over the fundamental's, at full velocity; it fades with velocity squared.</param>
/// <param name="Decay">Seconds in which it falls by 60 dB, at middle C.</param>
internal readonly record struct Chime(double Ratio, double Level, double Decay);

/// <summary>How an instrument sounds, as a recipe of partials: a harmonic series, chimes, and an envelope.</summary>
internal sealed record Patch
{
    /// <summary>Amplitude beside other instruments.</summary>
    public required double Level { get; init; }

    /// <summary>Amplitude of a harmonic over that of the one below it, when played as softly as possible.</summary>
    public required double SoftBrightness { get; init; }

    /// <summary>The same when played as loudly as possible.</summary>
    public required double LoudBrightness { get; init; }

    /// <summary>How many harmonics there are at most.</summary>
    public required int Harmonics { get; init; }

    /// <summary>Amplitude of the even harmonics beside the odd ones: a clarinet has few.</summary>
    public double Even { get; init; } = 1;

    /// <summary>Stretches the harmonics as a stiff string does: k·f·√(1 + stiffness·k²).</summary>
    public double Stiffness { get; init; }

    /// <summary>Seconds from silence to full.</summary>
    public required double Attack { get; init; }

    /// <summary>Seconds in which the fundamental falls by 60 dB at middle C; endless for what is blown or bowed.</summary>
    public double Decay { get; init; } = double.PositiveInfinity;

    /// <summary>How much faster each harmonic decays than the one below it, as a part of the fundamental's rate.</summary>
    public double Damping { get; init; } = 0.6;

    /// <summary>Seconds from letting go to silence.</summary>
    public required double Release { get; init; }

    /// <summary>Distance in pitch between the left and the right side, in cents: a slow, wide beating.</summary>
    public double Detune { get; init; } = 2;

    /// <summary>Depth of the stereo tremolo, 0 to 1.</summary>
    public double Tremolo { get; init; }

    /// <summary>Partials beside the harmonics.</summary>
    public IReadOnlyList<Chime> Chimes { get; init; } = [];

    /// <summary>The same instrument as accompaniment: softer, darker, with a slower attack and a longer release.</summary>
    public Patch Accompanying() => this with
    {
        Level = 0.5 * Level,
        SoftBrightness = 0.8 * SoftBrightness,
        LoudBrightness = 0.7 * LoudBrightness,
        Attack = Math.Max(Attack, 0.03),
        Release = Math.Max(Release, 0.35),
        Detune = Math.Max(Detune, 5),
        Tremolo = 0.5 * Tremolo,
        Chimes = [],
    };
}
