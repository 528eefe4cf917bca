using GpuJazz.Launching;
using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>A warp's tile of a matrix product: the 32 work-items of a row of the group multiply it together. For kernels.</summary>
/// <remarks>
/// Its sums are spread over the lanes as the instruction mma of PTX has them: 16 × 8 of them are four a lane, those of lane n in the rows
/// n / 4 and n / 4 + 8, and in the columns 2·(n % 4) and the next. The factors lie in shared memory as <see cref="TensorPanel"/> copies them, in
/// single precision, and are rounded as they are read. Through CUDA tensor cores multiply; the plain body has each lane make its own sums, without
/// a word from the others.
/// </remarks>
public static partial class WarpTile
{
    /// <summary>The rows of the tile.</summary>
    public const int Rows = 64;

    /// <summary>The columns of the tile.</summary>
    public const int Columns = 64;

    /// <summary>The k that one call multiplies.</summary>
    public const int Depth = 16;

    /// <summary>The sums of a lane.</summary>
    public const int Sums = 128;

    /// <summary>The parts of 16 × 8 that the tile is made of, eight a row of them: a lane has four sums of each, one after the other.</summary>
    public const int Parts = 32;

    /// <summary>The row of a lane's first sums of a part; the third and fourth are 8 further down.</summary>
    /// <param name="part">The part, from 0 to <see cref="Parts"/> − 1.</param>
    /// <param name="lane">The lane, from 0 to 31.</param>
    /// <returns>From 0 to <see cref="Rows"/> − 9.</returns>
    public static int Row(int part, int lane) => (part >> 3) * 16 + (lane >> 2);

    /// <summary>The column of a lane's first sum of a part, and of its third; the second and fourth are in the next.</summary>
    /// <param name="part">The part, from 0 to <see cref="Parts"/> − 1.</param>
    /// <param name="lane">The lane, from 0 to 31.</param>
    /// <returns>From 0 to <see cref="Columns"/> − 2.</returns>
    public static int Column(int part, int lane) => (part & 7) * 8 + (lane & 3) * 2;

    /// <summary>C += A·B with factors in TF32. All lanes of the warp call it.</summary>
    /// <param name="left">A [128, 16], a copy by rows.</param>
    /// <param name="row">The warp's first row of A.</param>
    /// <param name="right">B [16, 128], a copy by k.</param>
    /// <param name="column">The warp's first column of B.</param>
    /// <param name="sums">C, the lane's part: [128].</param>
    /// <param name="lane">The lane, from 0 to 31.</param>
    [CudaFunction(LeftByRows + Tf32)]
    public static void MultiplyTf32(ArrayView<float> left, int row, ArrayView<float> right, int column, ArrayView<float> sums, int lane) =>
        Multiply(Precision.Tf32, false, left, row, right, column, sums, lane);

    /// <summary>As <see cref="MultiplyTf32"/>, of a left factor that is given as Aᵀ.</summary>
    /// <param name="left">Aᵀ [16, 128], a copy by k.</param>
    /// <param name="row">The warp's first row of A.</param>
    /// <param name="right">B [16, 128], a copy by k.</param>
    /// <param name="column">The warp's first column of B.</param>
    /// <param name="sums">C, the lane's part: [128].</param>
    /// <param name="lane">The lane, from 0 to 31.</param>
    [CudaFunction(LeftByK + Tf32)]
    public static void MultiplyTransposedTf32(
        ArrayView<float> left, int row, ArrayView<float> right, int column, ArrayView<float> sums, int lane) =>
        Multiply(Precision.Tf32, true, left, row, right, column, sums, lane);

    /// <summary>As <see cref="MultiplyTf32"/>, with factors in bfloat16.</summary>
    /// <param name="left">A [128, 16], a copy by rows.</param>
    /// <param name="row">The warp's first row of A.</param>
    /// <param name="right">B [16, 128], a copy by k.</param>
    /// <param name="column">The warp's first column of B.</param>
    /// <param name="sums">C, the lane's part: [128].</param>
    /// <param name="lane">The lane, from 0 to 31.</param>
    [CudaFunction(LeftByRows + Bf16)]
    public static void MultiplyBf16(ArrayView<float> left, int row, ArrayView<float> right, int column, ArrayView<float> sums, int lane) =>
        Multiply(Precision.Bf16, false, left, row, right, column, sums, lane);

    /// <summary>As <see cref="MultiplyTransposedTf32"/>, with factors in bfloat16.</summary>
    /// <param name="left">Aᵀ [16, 128], a copy by k.</param>
    /// <param name="row">The warp's first row of A.</param>
    /// <param name="right">B [16, 128], a copy by k.</param>
    /// <param name="column">The warp's first column of B.</param>
    /// <param name="sums">C, the lane's part: [128].</param>
    /// <param name="lane">The lane, from 0 to 31.</param>
    [CudaFunction(LeftByK + Bf16)]
    public static void MultiplyTransposedBf16(
        ArrayView<float> left, int row, ArrayView<float> right, int column, ArrayView<float> sums, int lane) =>
        Multiply(Precision.Bf16, true, left, row, right, column, sums, lane);

    private static void Multiply(
        Precision precision, bool isByK, ArrayView<float> left, int firstRow, ArrayView<float> right, int firstColumn, ArrayView<float> sums, int lane)
    {
        var rightPanel = TensorPanel.Of(isByK: true, isAligned: false);
        for (var part = 0; part < Parts; part++)
        {
            var (row, column) = (firstRow + Row(part, lane), firstColumn + Column(part, lane));
            float first = sums[part * 4], second = sums[part * 4 + 1], third = sums[part * 4 + 2], fourth = sums[part * 4 + 3];
            for (var k = 0; k < Depth; k++)
            {
                var upper = Rounding.Of(left[PlaceOf(isByK, row, k)], precision);
                var lower = Rounding.Of(left[PlaceOf(isByK, row + 8, k)], precision);
                var even = Rounding.Of(right[rightPanel.PlaceOf(k, column)], precision);
                var odd = Rounding.Of(right[rightPanel.PlaceOf(k, column + 1)], precision);
                first += upper * even;
                second += upper * odd;
                third += lower * even;
                fourth += lower * odd;
            }

            sums[part * 4] = first;
            sums[part * 4 + 1] = second;
            sums[part * 4 + 2] = third;
            sums[part * 4 + 3] = fourth;
        }
    }

    private static int PlaceOf(bool isByK, int row, int k)
    {
        var panel = TensorPanel.Of(isByK, isAligned: false);
        return isByK ? panel.PlaceOf(k, row) : panel.PlaceOf(row, k);
    }
}
