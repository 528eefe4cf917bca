namespace GpuJazz.Music;

/// <summary>Which pitch classes a melody plays, frame by frame.</summary>
/// <param name="Frames">For each frame, the twelve pitch classes from C, as a vector of length 1.</param>
/// <param name="FrameSeconds">The time from a frame to the next.</param>
public sealed record Chromagram(IReadOnlyList<double[]> Frames, double FrameSeconds)
{
    private const double UsualFrame = 0.5;
    private const double Window = 2;

    // The scape plot's cost grows with the fourth power of this: a minute at two frames a second, longer music in longer frames.
    private const int MostFrames = 120;

    /// <summary>The chromagram of a solo's melody.</summary>
    /// <remarks>
    /// Two frames a second, or fewer in more than a minute of music. A frame holds, for each pitch class, how long it sounds in the two
    /// seconds around the frame; a silent frame is the same in all twelve.
    /// </remarks>
    /// <param name="solo">The solo.</param>
    /// <returns>The chromagram up to the end of the last note; no frames if there is none.</returns>
    public static Chromagram Of(Solo solo)
    {
        var beat = 60 / solo.BeatsPerMinute;
        var duration = solo.Melody.Select(note => note.End).DefaultIfEmpty().Max().InQuarters * beat;
        var frame = Math.Max(UsualFrame, duration / MostFrames);
        var frames = Enumerable.Range(0, (int)Math.Round(duration / frame)).Select(_ => new double[12]).ToArray();
        var reach = Math.Max(Window, frame) / 2;
        foreach (var note in solo.Melody)
        {
            var (start, end) = (note.Start.InQuarters * beat, note.End.InQuarters * beat);
            var first = Math.Max(0, (int)((start - reach) / frame));
            for (var i = first; i < frames.Length && i * frame < end + reach; i++)
            {
                var centre = (i + 0.5) * frame;
                frames[i][note.Pitch % 12] += Math.Max(0, Math.Min(end, centre + reach) - Math.Max(start, centre - reach));
            }
        }

        foreach (var each in frames) Normalize(each);
        return new Chromagram(frames, frame);
    }

    private static void Normalize(double[] frame)
    {
        var length = Math.Sqrt(frame.Sum(value => value * value));
        for (var i = 0; i < frame.Length; i++) frame[i] = length > 0 ? frame[i] / length : Math.Sqrt(1.0 / frame.Length);
    }
}
