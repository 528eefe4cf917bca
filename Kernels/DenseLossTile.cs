using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>The shared memory of a group of <see cref="DenseLoss"/>, 16 rows of a layer, and its sums; a constant of the compiled kernel.</summary>
/// <remarks>
/// Rows are as long as whole runs of four, with zeros behind what they hold, so that four neighbours come with one read. Rows of weights have one
/// number more, so that no two neighbours across rows share a bank.
/// </remarks>
/// <param name="Hidden">H.</param>
/// <param name="Vocabulary">V.</param>
public readonly record struct DenseLossTile(int Hidden, int Vocabulary)
{
    private const int Rows = 16;
    private const int Items = Rows * RowLoss.Width;
    private const int Run = 4;

    // How many rows a work-item sums of y and of dx, and how many columns a group then has at a time.
    private const int RowsOfLogit = 8;
    private const int Logits = Items / (Rows / RowsOfLogit);
    private const int RowsOfInput = 4;
    private const int Inputs = Items / (Rows / RowsOfInput);

    /// <summary>From one row of x to the next.</summary>
    public int HiddenStride => RunsOf(Hidden);

    /// <summary>From one row of y to the next.</summary>
    public int VocabularyStride => RunsOf(Vocabulary);

    /// <summary>The floats that the weights take.</summary>
    public int WeightsLength => RunsOf(HiddenStride * WeightStride);

    /// <summary>The floats of all.</summary>
    public int Length => WeightsLength + Rows * (HiddenStride + VocabularyStride);

    /// <summary>The same in bytes; as a long, as a layer may be too large by far.</summary>
    public long Bytes => sizeof(float) * ((HiddenStride * (long)WeightStride) + Run + Rows * (HiddenStride + (long)VocabularyStride));

    private int WeightStride => VocabularyStride + 1;

    private static int RunsOf(int count) => (count + Run - 1) / Run * Run;

    private static int Item => Group.IdxY * RowLoss.Width + Group.IdxX;

    /// <summary>Copies W.</summary>
    /// <param name="matrix">W [H, V].</param>
    /// <param name="weights">Shared memory, written.</param>
    internal void CopyWeights(ArrayView<float> matrix, ArrayView<float> weights)
    {
        for (var i = Item; i < HiddenStride * WeightStride; i += Items)
        {
            var k = i / WeightStride;
            var n = i - k * WeightStride;
            weights[i] = k < Hidden && n < Vocabulary ? matrix[k * Vocabulary + n] : 0f;
        }
    }

    /// <summary>Copies the group's rows of x.</summary>
    /// <param name="matrix">x [rows, H].</param>
    /// <param name="first">The group's first row.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="inputs">Shared memory, written.</param>
    internal void CopyInputs(ArrayView<float> matrix, int first, int rows, ArrayView<float> inputs)
    {
        for (var i = Item; i < Rows * HiddenStride; i += Items)
        {
            var line = i / HiddenStride;
            var (row, k) = (first + line, i - line * HiddenStride);
            inputs[i] = row < rows && k < Hidden ? matrix[row * Hidden + k] : 0f;
        }
    }

    /// <summary>y = x·W + b, with zeros behind each row.</summary>
    /// <param name="inputs">x.</param>
    /// <param name="weights">W.</param>
    /// <param name="bias">b [V].</param>
    /// <param name="logits">y, shared memory, written.</param>
    internal void SumLogits(ArrayView<float> inputs, ArrayView<float> weights, ArrayView<float> bias, ArrayView<float> logits)
    {
        var sums = LocalMemory.Allocate<float>(RowsOfLogit);
        var half = Item / Logits;
        var (firstRow, place) = (half * RowsOfLogit, Item - half * Logits);
        for (var start = 0; start < VocabularyStride; start += Logits)
        {
            var n = start + place;
            if (n >= VocabularyStride) continue;
            for (var r = 0; r < RowsOfLogit; r++) sums[r] = 0f;
            for (var k = 0; k < HiddenStride; k += Run)
            {
                for (var i = 0; i < Run; i++)
                {
                    var weight = weights[(k + i) * WeightStride + n];
                    for (var r = 0; r < RowsOfLogit; r++) sums[r] += inputs[(firstRow + r) * HiddenStride + k + i] * weight;
                }
            }

            var added = n < Vocabulary ? bias[n] : 0f;
            for (var r = 0; r < RowsOfLogit; r++) logits[(firstRow + r) * VocabularyStride + n] = sums[r] + added;
        }
    }

    /// <summary>Writes dy.</summary>
    /// <param name="slopes">dy in shared memory.</param>
    /// <param name="matrix">dy [rows, V], written.</param>
    /// <param name="first">The group's first row.</param>
    /// <param name="rows">How many rows there are.</param>
    internal void StoreSlopes(ArrayView<float> slopes, ArrayView<float> matrix, int first, int rows)
    {
        for (var i = Item; i < Rows * Vocabulary; i += Items)
        {
            var row = i / Vocabulary;
            var n = i - row * Vocabulary;
            if (first + row < rows) matrix[(first + row) * Vocabulary + n] = slopes[row * VocabularyStride + n];
        }
    }

    /// <summary>dx = dy·Wᵀ.</summary>
    /// <param name="slopes">dy.</param>
    /// <param name="weights">W.</param>
    /// <param name="matrix">dx [rows, H], written.</param>
    /// <param name="first">The group's first row.</param>
    /// <param name="rows">How many rows there are.</param>
    internal void SumInputGradients(ArrayView<float> slopes, ArrayView<float> weights, ArrayView<float> matrix, int first, int rows)
    {
        var sums = LocalMemory.Allocate<float>(RowsOfInput);
        var quarter = Item / Inputs;
        var (firstRow, place) = (quarter * RowsOfInput, Item - quarter * Inputs);
        for (var start = 0; start < Hidden; start += Inputs)
        {
            var k = start + place;
            if (k >= Hidden) continue;
            for (var r = 0; r < RowsOfInput; r++) sums[r] = 0f;
            for (var n = 0; n < VocabularyStride; n += Run)
            {
                for (var i = 0; i < Run; i++)
                {
                    var weight = weights[k * WeightStride + n + i];
                    for (var r = 0; r < RowsOfInput; r++) sums[r] += slopes[(firstRow + r) * VocabularyStride + n + i] * weight;
                }
            }

            for (var r = 0; r < RowsOfInput; r++)
                if (first + firstRow + r < rows) matrix[(first + firstRow + r) * Hidden + k] = sums[r];
        }
    }
}
