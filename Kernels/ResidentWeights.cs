using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>The weights that a work-item of <see cref="ResidentImprovisation"/> keeps, and the products with them. For kernels.</summary>
/// <remarks>All loops have bounds known when the kernel is compiled: they are written out, and no index is left.</remarks>
internal static class ResidentWeights
{
    /// <summary>Reads a work-item's part of the recurrent and the dense kernel, and the biases.</summary>
    /// <param name="parameters">The tensors.</param>
    /// <param name="form">The sizes.</param>
    /// <param name="weights">[depth, columns] of the work-item and, in registers, the biases; written.</param>
    public static void Load(ParameterViews parameters, ResidentForm form, ItemWeights weights)
    {
        var unit = Group.IdxX / ResidentForm.Slices;
        var ownUnit = XMath.Min(unit, form.Hidden - 1);
        if (form.Share.HasOthers) LoadOthers(parameters, form, unit, weights.Others);
        for (var n = 0; n < form.Share.Held / form.Columns; n++)
        {
            for (var gate = 0; gate < ResidentForm.Gates; gate++)
                weights.Registers[n * form.Columns + gate] = OfGate(parameters, form, unit, gate, n);
            for (var t = 0; t < form.Tokens; t++)
                weights.Registers[n * form.Columns + ResidentForm.Gates + t] = OfLogit(parameters, form, t * form.Units + unit, n);
        }

        for (var gate = 0; gate < ResidentForm.Gates; gate++)
        {
            var bias = parameters.Bias[gate * form.Hidden + ownUnit];
            weights.Registers[form.Biases + gate] = unit < form.Hidden ? bias : 0f;
        }

        for (var t = 0; t < form.Tokens; t++)
        {
            weights.Registers[form.Biases + ResidentForm.Gates + t] =
                parameters.DenseBias[XMath.Min(t * form.Units + unit, form.Vocabulary - 1)];
        }
    }

    /// <summary>Reads those for which there are no registers, as many at a time as are whole k and whole fours.</summary>
    private static void LoadOthers(ParameterViews parameters, ResidentForm form, int unit, ArrayView<float> others)
    {
        var some = LocalMemory.Allocate<float>(form.Step);
        for (var first = form.Share.Held; first < form.Share.Count; first += form.Step)
        {
            for (var n = 0; n < form.Step / form.Columns; n++)
            {
                for (var gate = 0; gate < ResidentForm.Gates; gate++)
                    some[n * form.Columns + gate] = OfGate(parameters, form, unit, gate, first / form.Columns + n);
                for (var t = 0; t < form.Tokens; t++)
                    some[n * form.Columns + ResidentForm.Gates + t] = OfLogit(parameters, form, t * form.Units + unit, first / form.Columns + n);
            }

            for (var i = 0; i < form.Step; i += 4)
                Quad.Store(others, form.Share.PlaceOf(first + i), some[i], some[i + 1], some[i + 2], some[i + 3]);
        }
    }

    // What is padding reads something that is there, and takes 0.
    private static float OfGate(ParameterViews parameters, ResidentForm form, int unit, int gate, int n)
    {
        var k = ResidentForm.PlaceOf(Group.IdxX % ResidentForm.Slices, n);
        var (row, column) = (XMath.Min(k, form.Hidden - 1), XMath.Min(unit, form.Hidden - 1));
        var weight = parameters.RecurrentKernel[(row * ResidentForm.Gates + gate) * form.Hidden + column];
        return k < form.Hidden && unit < form.Hidden ? weight : 0f;
    }

    private static float OfLogit(ParameterViews parameters, ResidentForm form, int token, int n)
    {
        var k = ResidentForm.PlaceOf(Group.IdxX % ResidentForm.Slices, n);
        var weight = parameters.DenseKernel[XMath.Min(k, form.Hidden - 1) * form.Vocabulary + XMath.Min(token, form.Vocabulary - 1)];
        return k < form.Hidden ? weight : 0f;
    }

    /// <summary>What a token adds to the gates of a unit. Without branches: what is not there is read elsewhere, and is 0.</summary>
    /// <param name="parameters">The tensors.</param>
    /// <param name="form">The sizes.</param>
    /// <param name="token">The token; −1 for none.</param>
    /// <param name="unit">The unit; H or more for padding.</param>
    /// <returns>The four elements.</returns>
    public static UnitGates OfToken(ParameterViews parameters, ResidentForm form, int token, int unit)
    {
        var row = XMath.Max(token, 0) * ResidentForm.Gates * form.Hidden;
        var gates = UnitGates.Load(parameters.Kernel, row, form.Hidden, XMath.Min(unit, form.Hidden - 1));
        var isThere = token >= 0 && unit < form.Hidden;
        return new(isThere ? gates.Input : 0f, isThere ? gates.Forget : 0f, isThere ? gates.Candidate : 0f, isThere ? gates.Output : 0f);
    }

    /// <summary>A work-item's part of all sums of one solo.</summary>
    /// <param name="form">The sizes.</param>
    /// <param name="weights">The work-item's weights.</param>
    /// <param name="hidden">h of the solo, in shared memory.</param>
    /// <param name="sums">[columns] of the work-item, written.</param>
    public static void Sum(ResidentForm form, ItemWeights weights, ArrayView<float> hidden, ArrayView<float> sums)
    {
        for (var column = 0; column < form.Columns; column++) sums[column] = 0f;
        var slice = Group.IdxX % ResidentForm.Slices;
        for (var n = 0; n < form.Share.Held / form.Columns; n++)
        {
            var h = hidden[ResidentForm.PlaceOf(slice, n)];
            for (var column = 0; column < form.Columns; column++) sums[column] += h * weights.Registers[n * form.Columns + column];
        }

        if (!form.Share.HasOthers) return;
        for (var n = form.Share.Held / form.Columns; n < form.Depth; n++)
        {
            var h = hidden[ResidentForm.PlaceOf(slice, n)];
            for (var column = 0; column < form.Columns; column++)
                sums[column] += h * weights.Others[form.Share.PlaceOf(n * form.Columns + column)];
        }
    }

    /// <summary>The same for the four solos of a tile: each is summed in the same order as alone.</summary>
    /// <param name="form">The sizes.</param>
    /// <param name="weights">The work-item's weights.</param>
    /// <param name="hidden">h of the solos, in shared memory.</param>
    /// <param name="first">Where h of the first solo begins.</param>
    /// <param name="sums">[columns, 4] of the work-item, written.</param>
    public static void SumFour(ResidentForm form, ItemWeights weights, ArrayView<float> hidden, int first, ArrayView<float> sums)
    {
        for (var n = 0; n < form.Columns; n++)
        {
            sums[n * FourRows.Count] = 0f;
            sums[n * FourRows.Count + 1] = 0f;
            sums[n * FourRows.Count + 2] = 0f;
            sums[n * FourRows.Count + 3] = 0f;
        }

        var slice = Group.IdxX % ResidentForm.Slices;
        for (var n = 0; n < form.Share.Held / form.Columns; n++)
        {
            var here = first + ResidentForm.PlaceOf(slice, n);
            float h0 = hidden[here], h1 = hidden[here + form.HiddenRow], h2 = hidden[here + 2 * form.HiddenRow], h3 = hidden[here + 3 * form.HiddenRow];
            for (var column = 0; column < form.Columns; column++)
                AddFour(sums, column, weights.Registers[n * form.Columns + column], h0, h1, h2, h3);
        }

        if (!form.Share.HasOthers) return;
        for (var n = form.Share.Held / form.Columns; n < form.Depth; n++)
        {
            var here = first + ResidentForm.PlaceOf(slice, n);
            float h0 = hidden[here], h1 = hidden[here + form.HiddenRow], h2 = hidden[here + 2 * form.HiddenRow], h3 = hidden[here + 3 * form.HiddenRow];
            for (var column = 0; column < form.Columns; column++)
                AddFour(sums, column, weights.Others[form.Share.PlaceOf(n * form.Columns + column)], h0, h1, h2, h3);
        }
    }

    private static void AddFour(ArrayView<float> sums, int column, float weight, float h0, float h1, float h2, float h3)
    {
        sums[column * FourRows.Count] += h0 * weight;
        sums[column * FourRows.Count + 1] += h1 * weight;
        sums[column * FourRows.Count + 2] += h2 * weight;
        sums[column * FourRows.Count + 3] += h3 * weight;
    }
}
