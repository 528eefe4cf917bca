namespace GpuJazz.Music;

/// <summary>How well each stretch of a piece stands for the whole by being repeated: a fitness scape plot (Müller, Jiang and Grosche, 2013).</summary>
/// <remarks>
/// The fitness of a stretch is the harmonic mean of how good its repetitions are (their score, without the stretch itself, by their length)
/// and how much of the piece they cover (again without itself); repetitions are the best family of paths through the self-similarity matrix,
/// in steps of (1,1), (1,2) and (2,1), each from the stretch's first frame to its last.
/// </remarks>
public sealed class FitnessScape
{
    private readonly double[] best;
    private readonly double frameSeconds;

    private FitnessScape(double[] best, double frameSeconds)
    {
        this.best = best;
        this.frameSeconds = frameSeconds;
    }

    /// <summary>The fitness of every stretch; its cost grows with the fourth power of the frames.</summary>
    /// <param name="chroma">The piece.</param>
    public static FitnessScape Of(Chromagram chroma)
    {
        var similarity = SelfSimilarity.Of(chroma);
        var count = chroma.Frames.Count;
        return new FitnessScape(
            [.. Enumerable.Range(1, count).Select(length => Enumerable.Range(0, count - length + 1).Max(start => Fitness(similarity, start, length)))],
            chroma.FrameSeconds);
    }

    /// <summary>
    /// The structureness indicator SI of Wu and Yang (2020): the best fitness of a stretch of some length, which tells whether anything of that
    /// length comes again.
    /// </summary>
    /// <remarks>The paper takes the chroma from audio; here it is the melody's own, so that changes that repeat don't count as structure.</remarks>
    /// <param name="shortest">The shortest stretch in seconds.</param>
    /// <param name="longest">The longest stretch in seconds.</param>
    /// <returns>0 to 1; null if the piece is shorter than that.</returns>
    public double? Structureness(double shortest, double longest) => best
        .Where((_, i) => (i + 1) * frameSeconds >= shortest && (i + 1) * frameSeconds <= longest)
        .Max(fitness => (double?)fitness);

    /// <summary>The fitness of one stretch, by its best family of paths.</summary>
    internal static double Fitness(double[][] similarity, int start, int length)
    {
        var families = new PathFamilies(length);
        foreach (var row in similarity) families.Add(row.AsSpan(start, length));
        var (total, cells, covered) = families.Best();
        var score = Math.Max(0, (total - length) / cells);
        var coverage = Math.Max(0, (covered - length) / (double)similarity.Length);
        return score + coverage > 0 ? 2 * score * coverage / (score + coverage) : 0;
    }
}
