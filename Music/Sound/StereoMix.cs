namespace GpuJazz.Music;

/// <summary>Sound while it is being mixed: two channels without a limit to their amplitude.</summary>
/// <param name="frames">Its length.</param>
internal sealed class StereoMix(int frames)
{
    /// <summary>The left channel, [frames].</summary>
    public float[] Left { get; } = new float[frames];

    /// <summary>The right channel, [frames].</summary>
    public float[] Right { get; } = new float[frames];

    /// <summary>Its length in frames.</summary>
    public int Frames => Left.Length;

    /// <summary>The frame nearest to a time.</summary>
    /// <param name="seconds">The time.</param>
    public static int FrameAt(double seconds) => (int)Math.Round(seconds * StereoSound.SampleRate);

    /// <summary>Gains of the two sides that keep the power the same wherever a sound stands.</summary>
    /// <param name="pan">−1 left, 0 middle, 1 right.</param>
    /// <returns>The gains; both 1 in the middle.</returns>
    public static (double Left, double Right) Pan(double pan)
    {
        var angle = Math.PI / 4 * (1 + Math.Clamp(pan, -1, 1));
        return (Math.Sqrt(2) * Math.Cos(angle), Math.Sqrt(2) * Math.Sin(angle));
    }
}
