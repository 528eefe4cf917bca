namespace GpuJazz.Music;

/// <summary>The last step: from a mix to 16-bit samples, without offset, clipping or a cut end.</summary>
internal static class Mastering
{
    /// <summary>
    /// The highest sample: −4 dB of full scale, at which a solo is about as loud (−14 LUFS) as recorded music, and an MP3 of it does not
    /// clip.
    /// </summary>
    private const double Peak = 0.6309573444801932;

    /// <summary>Below this, in hertz, nothing is meant to be heard.</summary>
    private const double LowestFrequency = 20;

    /// <summary>Finishes a mix.</summary>
    /// <param name="mix">The mix; changed by this.</param>
    /// <param name="fade">Frames at the end over which it fades to zero.</param>
    /// <returns>The same sound at a peak of −4 dB of full scale; silence stays silence.</returns>
    public static StereoSound Finish(StereoMix mix, int fade)
    {
        RemoveOffset(mix.Left);
        RemoveOffset(mix.Right);
        FadeOut(mix.Left, fade);
        FadeOut(mix.Right, fade);
        var peak = Math.Max(Loudest(mix.Left), Loudest(mix.Right));
        var gain = peak > 0 ? Peak * short.MaxValue / peak : 0;
        var samples = new short[checked(StereoSound.Channels * mix.Frames)];
        for (var frame = 0; frame < mix.Frames; frame++)
        {
            samples[2 * frame] = (short)Math.Round(gain * mix.Left[frame]);
            samples[(2 * frame) + 1] = (short)Math.Round(gain * mix.Right[frame]);
        }

        return new StereoSound(samples);
    }

    /// <summary>A one-pole high-pass filter: y[n] = r·(y[n−1] + x[n] − x[n−1]).</summary>
    private static void RemoveOffset(float[] channel)
    {
        const double r = 1 - (Math.Tau * LowestFrequency / StereoSound.SampleRate);
        double output = 0, lastInput = 0;
        for (var n = 0; n < channel.Length; n++)
        {
            output = r * (output + channel[n] - lastInput);
            lastInput = channel[n];
            channel[n] = (float)output;
        }
    }

    private static void FadeOut(float[] channel, int fade)
    {
        var start = Math.Max(0, channel.Length - fade);
        for (var n = start; n < channel.Length; n++)
            channel[n] *= (float)(0.5 + (0.5 * Math.Cos(Math.PI * (n + 1 - start) / (channel.Length - start))));
    }

    private static double Loudest(float[] channel)
    {
        double peak = 0;
        foreach (var sample in channel) peak = Math.Max(peak, Math.Abs(sample));
        return peak;
    }
}
