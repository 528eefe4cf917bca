using GpuJazz.Launching;
using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>A warp's tile of a matrix product: the 32 work-items of a row of the group multiply it together. For kernels.</summary>
/// <remarks>
/// Its sums are spread over the lanes as the instruction mma of PTX has them: 16 × 8 of them are four a lane, those of lane n in the rows
/// n / 4 and n / 4 + 8, and in the columns 2·(n % 4) and the next. Through CUDA tensor cores multiply; the plain body has each lane
/// make its own sums, without a word from the others.
/// </remarks>
public static partial class WarpTile
{
    /// <summary>The rows of the tile.</summary>
    public const int Rows = 64;

    /// <summary>The columns of the tile.</summary>
    public const int Columns = 32;

    /// <summary>The words of each row and column that one call multiplies; see <see cref="TensorWord"/>.</summary>
    public const int Words = 8;

    /// <summary>The sums of a lane.</summary>
    public const int Sums = 64;

    /// <summary>The parts of 16 × 8 that the tile is made of, four a row of them: a lane has four sums of each, one after the other.</summary>
    public const int Parts = 16;

    /// <summary>The row of a lane's first sums of a part; the third and fourth are 8 further down.</summary>
    /// <param name="part">The part, from 0 to <see cref="Parts"/> − 1.</param>
    /// <param name="lane">The lane, from 0 to 31.</param>
    /// <returns>From 0 to <see cref="Rows"/> − 9.</returns>
    public static int Row(int part, int lane) => (part >> 2) * 16 + (lane >> 2);

    /// <summary>The column of a lane's first sum of a part, and of its third; the second and fourth are in the next.</summary>
    /// <param name="part">The part, from 0 to <see cref="Parts"/> − 1.</param>
    /// <param name="lane">The lane, from 0 to 31.</param>
    /// <returns>From 0 to <see cref="Columns"/> − 2.</returns>
    public static int Column(int part, int lane) => (part & 3) * 8 + (lane & 3) * 2;

    /// <summary>C += A·B with factors in TF32. All lanes of the warp call it.</summary>
    /// <param name="left">A, [64, 8 words] in shared memory.</param>
    /// <param name="leftRow">From one row of A to the next.</param>
    /// <param name="leftWord">From one word of a row to the next.</param>
    /// <param name="right">B, [8 words, 32] in shared memory, columns side by side.</param>
    /// <param name="rightWord">From one word of a column to the next.</param>
    /// <param name="sums">C, the lane's part: [64].</param>
    /// <param name="lane">The lane, from 0 to 31.</param>
    [CudaFunction(Fragments + Tf32 + Closing)]
    public static void MultiplyTf32(
        ArrayView<uint> left, int leftRow, int leftWord, ArrayView<uint> right, int rightWord, ArrayView<float> sums, int lane) =>
        Multiply(Precision.Tf32, left, leftRow, leftWord, right, rightWord, sums, lane);

    /// <summary>C += A·B with factors in bfloat16, two a word. All lanes of the warp call it.</summary>
    /// <param name="left">A, [64, 8 words] in shared memory.</param>
    /// <param name="leftRow">From one row of A to the next.</param>
    /// <param name="leftWord">From one word of a row to the next.</param>
    /// <param name="right">B, [8 words, 32] in shared memory, columns side by side.</param>
    /// <param name="rightWord">From one word of a column to the next.</param>
    /// <param name="sums">C, the lane's part: [64].</param>
    /// <param name="lane">The lane, from 0 to 31.</param>
    [CudaFunction(Fragments + Bf16 + Closing)]
    public static void MultiplyBf16(
        ArrayView<uint> left, int leftRow, int leftWord, ArrayView<uint> right, int rightWord, ArrayView<float> sums, int lane) =>
        Multiply(Precision.Bf16, left, leftRow, leftWord, right, rightWord, sums, lane);

    private static void Multiply(
        Precision precision, ArrayView<uint> left, int leftRow, int leftWord, ArrayView<uint> right, int rightWord, ArrayView<float> sums, int lane)
    {
        for (var part = 0; part < Parts; part++)
        {
            var row = Row(part, lane) * leftRow;
            var column = Column(part, lane);
            float first = sums[part * 4], second = sums[part * 4 + 1], third = sums[part * 4 + 2], fourth = sums[part * 4 + 3];
            for (var word = 0; word < Words; word++)
            {
                var (upper, lower) = (left[row + word * leftWord], left[row + 8 * leftRow + word * leftWord]);
                var (even, odd) = (right[word * rightWord + column], right[word * rightWord + column + 1]);
                first = Added(first, upper, even, precision);
                second = Added(second, upper, odd, precision);
                third = Added(third, lower, even, precision);
                fourth = Added(fourth, lower, odd, precision);
            }

            sums[part * 4] = first;
            sums[part * 4 + 1] = second;
            sums[part * 4 + 2] = third;
            sums[part * 4 + 3] = fourth;
        }
    }

    private static float Added(float sum, uint left, uint right, Precision precision)
    {
        if (precision == Precision.Bf16) sum += Interop.IntAsFloat(left << 16) * Interop.IntAsFloat(right << 16);
        var kept = precision == Precision.Bf16 ? 0xFFFF0000u : 0xFFFFFFFFu;
        return sum + Interop.IntAsFloat(left & kept) * Interop.IntAsFloat(right & kept);
    }
}
