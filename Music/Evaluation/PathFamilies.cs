using System.Numerics;

namespace GpuJazz.Music;

/// <summary>The best paths through some columns of a self-similarity matrix, one after the other, found row by row.</summary>
/// <remarks>
/// For each column the best family whose last path has come so far is kept for two rows: its score, and in a second number how many cells
/// its paths have and how many rows they cover. A row depends on earlier rows alone, so that its columns are done a vector at a time.
/// </remarks>
/// <param name="length">The columns.</param>
internal sealed class PathFamilies(int length)
{
    // Two columns before the first that no path comes from, and room after the last for a whole vector.
    private const int Lead = 2;

    // Cells, and from here on covered rows: both are whole numbers far below 2²⁶, and a double holds 53 bits.
    private const double CoveredRow = 1 << 26;
    private const double Cell = 1;

    private readonly double[] values = new double[length + Vector<double>.Count];
    private Row beforeLast = new(length), last = new(length), row = new(length);

    // The best family with no path under way: before the first row, the empty one.
    private (double Score, double Extent) between;

    /// <summary>Goes on by a row.</summary>
    /// <param name="similarity">The row's similarities in the columns.</param>
    public void Add(ReadOnlySpan<double> similarity)
    {
        similarity.CopyTo(values);
        Close((last.Scores[Lead + length - 1], last.Extents[Lead + length - 1]));
        (row.Scores[Lead], row.Extents[Lead]) = (between.Score + values[0], between.Extent + Cell + CoveredRow);
        for (var column = 1; column < length; column += Vector<double>.Count)
        {
            var best = last.At(Lead + column - 1, CoveredRow);
            best = Better(best, beforeLast.At(Lead + column - 1, 2 * CoveredRow));
            best = Better(best, last.At(Lead + column - 2, CoveredRow));
            (best.Scores + new Vector<double>(values, column)).CopyTo(row.Scores, Lead + column);
            (best.Extents + new Vector<double>(Cell)).CopyTo(row.Extents, Lead + column);
        }

        (beforeLast, last, row) = (last, row, beforeLast);
    }

    /// <summary>The best family through all rows.</summary>
    /// <returns>The sum of its similarities, how many those are, and how many rows it covers.</returns>
    public (double Score, int Cells, int Covered) Best()
    {
        Close((last.Scores[Lead + length - 1], last.Extents[Lead + length - 1]));
        var covered = Math.Floor(between.Extent / CoveredRow);
        return (between.Score, (int)(between.Extent - (covered * CoveredRow)), (int)covered);
    }

    // A path that has come to the last column is done.
    private void Close((double Score, double Extent) done) => between = done.Score > between.Score ? done : between;

    private static (Vector<double> Scores, Vector<double> Extents) Better(
        (Vector<double> Scores, Vector<double> Extents) one, (Vector<double> Scores, Vector<double> Extents) other)
    {
        var isOther = Vector.GreaterThan(other.Scores, one.Scores);
        return (Vector.ConditionalSelect(isOther, other.Scores, one.Scores), Vector.ConditionalSelect(isOther, other.Extents, one.Extents));
    }

    /// <summary>A row's families by column.</summary>
    private sealed class Row(int length)
    {
        public double[] Scores { get; } = [.. Enumerable.Repeat(double.NegativeInfinity, Lead + length + Vector<double>.Count)];

        public double[] Extents { get; } = new double[Lead + length + Vector<double>.Count];

        public (Vector<double> Scores, Vector<double> Extents) At(int place, double rows) =>
            (new Vector<double>(Scores, place), new Vector<double>(Extents, place) + new Vector<double>(rows));
    }
}
