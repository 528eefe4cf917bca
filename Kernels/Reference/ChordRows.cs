namespace GpuJazz.Kernels.Reference;

/// <summary>Rows of chords from rows of their parts, in plain loops; see <see cref="Kernels.ChordRows"/>.</summary>
public static class ChordRows
{
    /// <summary>Adds the rows of each chord's parts.</summary>
    /// <param name="partsOf">[C]: the parts of each chord, from 0 to P − 1.</param>
    /// <param name="parts">R [P, N].</param>
    /// <param name="chords">E [C, N], written.</param>
    public static void Run(IReadOnlyList<IReadOnlyList<int>> partsOf, ReadOnlySpan<double> parts, Span<double> chords)
    {
        var columns = chords.Length / partsOf.Count;
        chords.Clear();
        for (var chord = 0; chord < partsOf.Count; chord++)
            foreach (var part in partsOf[chord]) ChordInput.AddRow(part, parts, chords.Slice(chord * columns, columns));
    }

    /// <summary>Adds, for each part, the gradients of the chords that have it.</summary>
    /// <param name="partsOf">[C]: the parts of each chord, from 0 to P − 1.</param>
    /// <param name="chordGradients">dE [C, N].</param>
    /// <param name="partGradients">dR [P, N], written.</param>
    public static void RunGradient(IReadOnlyList<IReadOnlyList<int>> partsOf, ReadOnlySpan<double> chordGradients, Span<double> partGradients)
    {
        var columns = chordGradients.Length / partsOf.Count;
        partGradients.Clear();
        for (var chord = 0; chord < partsOf.Count; chord++)
            foreach (var part in partsOf[chord]) ChordInput.AddRow(chord, chordGradients, partGradients.Slice(part * columns, columns));
    }
}
