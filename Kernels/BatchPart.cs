namespace GpuJazz.Kernels;

/// <summary>Some sequences of a batch, taken by themselves because all do not fit into memory at once.</summary>
/// <param name="First">The first of them, counted from the batch's first.</param>
/// <param name="Sequences">How many they are, at least 1.</param>
/// <param name="Batch">How many the batch has.</param>
public readonly record struct BatchPart(int First, int Sequences, int Batch)
{
    /// <summary>The part's share of the batch.</summary>
    public float Share => (float)Sequences / Batch;

    /// <summary>Whether nothing of the batch comes before.</summary>
    public bool IsFirst => First == 0;

    /// <summary>Whether nothing of the batch comes after.</summary>
    public bool IsLast => First + Sequences == Batch;

    /// <summary>The parts of a batch, in order, as even as can be.</summary>
    /// <param name="batch">How many sequences it has.</param>
    /// <param name="most">How many fit at once.</param>
    /// <returns>At least one part.</returns>
    public static IEnumerable<BatchPart> Of(int batch, int most)
    {
        var parts = ((batch - 1) / most) + 1;
        var each = ((batch - 1) / parts) + 1;
        for (var first = 0; first < batch; first += each) yield return new(first, Math.Min(each, batch - first), batch);
    }
}
