namespace GpuJazz.Music;

/// <summary>The loudness of a note over time: it rises from zero, holds, and falls to zero when let go. No step anywhere.</summary>
/// <remarks>
/// The rise is half a cosine; the fall is (1 − u)⁴(1 + 4u), which sounds like an exponential and yet begins and ends level.
/// The decay of a struck string or tine is not here but in its partials, each of which has its own.
/// </remarks>
/// <param name="Attack">Frames of the rise.</param>
/// <param name="Hold">Frames from the start to the moment of letting go; the rise may be cut short by it.</param>
/// <param name="Release">Frames of the fall.</param>
internal readonly record struct Envelope(int Attack, int Hold, int Release)
{
    /// <summary>Frames until silence.</summary>
    public int Length => Hold + Release;

    /// <summary>The gain at a frame, 0 to 1.</summary>
    /// <param name="frame">Counted from the note's start.</param>
    public double this[int frame] => Rise(frame) * Fall(frame);

    private double Rise(int frame) => frame >= Attack ? 1 : 0.5 - (0.5 * Math.Cos(Math.PI * frame / Attack));

    private double Fall(int frame)
    {
        if (frame <= Hold) return 1;
        var left = 1 - ((frame - Hold) / (double)Release);
        return left <= 0 ? 0 : left * left * left * left * (5 - (4 * left));
    }
}
