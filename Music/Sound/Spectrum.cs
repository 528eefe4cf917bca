namespace GpuJazz.Music;

/// <summary>Which partials a note has: its patch's recipe at a pitch and a velocity.</summary>
internal static class Spectrum
{
    /// <summary>Nothing is made above this, in hertz, so nothing is mirrored at half the sample rate.</summary>
    public const double Highest = 0.45 * StereoSound.SampleRate;

    /// <summary>Partials weaker than this beside the fundamental are left out.</summary>
    private const double Inaudible = 1e-4;

    private const int MiddleC = 60;

    /// <summary>Nepers in 60 dB.</summary>
    private const double Sixty = 6.907755278982137;

    /// <summary>The frequency of a pitch, equally tempered, A4 = 440 Hz.</summary>
    /// <param name="pitch">MIDI note number.</param>
    /// <returns>Hertz.</returns>
    public static double Frequency(int pitch) => 440 * Math.Pow(2, (pitch - 69) / 12.0);

    /// <summary>The partials of a note; together they have the power of one sine of amplitude 1.</summary>
    /// <param name="patch">The recipe.</param>
    /// <param name="pitch">MIDI note number.</param>
    /// <param name="velocity">MIDI velocity, 1 to 127.</param>
    /// <returns>At least the fundamental.</returns>
    public static List<Partial> Of(Patch patch, int pitch, int velocity)
    {
        var frequency = Frequency(pitch);
        var octaves = (pitch - MiddleC) / 12.0;
        var force = velocity / 127.0;
        var faster = Math.Pow(2, octaves / 2); // an octave higher rings 0.7 times as long
        var brightness = double.Lerp(patch.SoftBrightness, patch.LoudBrightness, force) * Math.Pow(2, -octaves / 5);
        brightness = Math.Min(brightness, 0.85);

        var partials = new List<Partial>();
        for (var k = 1; k <= patch.Harmonics; k++)
        {
            var amplitude = Math.Pow(brightness, k - 1) * (k % 2 == 0 ? patch.Even : 1);
            var rate = Sixty / patch.Decay * faster * (1 + (patch.Damping * (k - 1)));
            Add(partials, new Partial(frequency * k * Math.Sqrt(1 + (patch.Stiffness * k * k)), amplitude, rate));
        }

        foreach (var chime in patch.Chimes)
            Add(partials, new Partial(frequency * chime.Ratio, chime.Level * force * force, Sixty / chime.Decay * faster));

        var power = Math.Sqrt(partials.Sum(partial => partial.Amplitude * partial.Amplitude));
        return [.. partials.Select(partial => partial with { Amplitude = partial.Amplitude / power })];
    }

    private static void Add(List<Partial> partials, Partial partial)
    {
        if (partials.Count == 0 || (partial.Frequency < Highest && partial.Amplitude > Inaudible)) partials.Add(partial);
    }
}
