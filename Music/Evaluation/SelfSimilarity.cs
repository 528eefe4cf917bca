namespace GpuJazz.Music;

/// <summary>Where a melody is like itself: a matrix whose diagonals are repetitions.</summary>
/// <remarks>
/// Made as for audio thumbnailing (Müller, Fundamentals of Music Processing, 2015, sections 4.2 and 4.3): cosine similarity of frames; the
/// highest over the twelve transpositions; smoothed along the diagonal, forwards and backwards, over eight seconds; the highest quarter of
/// all values kept, scaled to 0 … 1, and −2 for all others; 1 on the main diagonal. Left out is the smoothing for changes of tempo, which
/// written notes don't have.
/// </remarks>
internal static class SelfSimilarity
{
    private const double SmoothingSeconds = 8;
    private const double KeptShare = 0.25;
    private const double Penalty = -2;

    /// <summary>The matrix.</summary>
    /// <param name="chroma">The frames.</param>
    /// <returns>[N, N], at most 1.</returns>
    public static double[][] Of(Chromagram chroma)
    {
        var count = chroma.Frames.Count;
        var best = Square(count);
        for (var transposition = 0; transposition < 12; transposition++)
        {
            var plain = Plain(chroma.Frames, transposition);
            for (var diagonal = 1 - count; diagonal < count; diagonal++)
                Smooth(plain, best, diagonal, Math.Max(1, (int)Math.Round(SmoothingSeconds / chroma.FrameSeconds)));
        }

        Threshold(best);
        for (var i = 0; i < count; i++) best[i][i] = 1;
        return best;
    }

    private static double[][] Square(int count) => [.. Enumerable.Range(0, count).Select(_ => new double[count])];

    private static double[][] Plain(IReadOnlyList<double[]> frames, int transposition)
    {
        var plain = Square(frames.Count);
        for (var i = 0; i < frames.Count; i++)
        {
            for (var j = 0; j < frames.Count; j++)
                for (var k = 0; k < 12; k++) plain[i][j] += frames[i][k] * frames[j][(k + transposition) % 12];
        }

        return plain;
    }

    // The mean of the next, and of the last, so many values of a diagonal; beyond its ends there are zeros.
    private static void Smooth(double[][] plain, double[][] best, int diagonal, int length)
    {
        var (row, column) = (Math.Max(0, -diagonal), Math.Max(0, diagonal));
        var count = plain.Length - Math.Abs(diagonal);
        var sums = new double[count + 1];
        for (var i = 0; i < count; i++) sums[i + 1] = sums[i] + plain[row + i][column + i];
        for (var i = 0; i < count; i++)
        {
            var forward = sums[Math.Min(count, i + length)] - sums[i];
            var backward = sums[i + 1] - sums[Math.Max(0, i + 1 - length)];
            best[row + i][column + i] = Math.Max(best[row + i][column + i], Math.Max(forward, backward) / length);
        }
    }

    private static void Threshold(double[][] matrix)
    {
        var count = matrix.Length;
        if (count == 0) return;
        double[] sorted = [.. matrix.SelectMany(row => row).Order()];
        var (lowest, highest) = (sorted[(int)((1 - KeptShare) * sorted.Length)], sorted[^1]);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
                matrix[i][j] = matrix[i][j] < lowest ? Penalty : highest > lowest ? (matrix[i][j] - lowest) / (highest - lowest) : 1;
        }
    }
}
