// The gradient of a dense layer Y = X·W by its weights, summed over rows in a fixed order.
//
//   dW[k,n] = Σᵣ X[r,k]·dY[r + shift,n]
//
// The shift pairs a step's gate gradients with the hidden state of the step before (a shift of m rows); it is 0 for a plain layer.
// Rows are summed in blocks and the blocks' sums added, which keeps the rounding error of long sums small; no atomics, so that a
// run can be repeated bit for bit.
//
// Launch  one work-item a column n and four rows k: each dY is read once for four products.
// Cost    2·R·K·N floating-point operations.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>dW = Xᵀ·dY.</summary>
public sealed class WeightGradient
{
    private const int Tile = 4;
    private const int Block = 64;

    private readonly Action<Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>, WeightGradientShape> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public WeightGradient(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>, WeightGradientShape>(Kernel);
    }

    /// <summary>Queues one product on the default stream.</summary>
    /// <param name="inputs">X [at least rows, inputs], read.</param>
    /// <param name="outputGradients">dY [at least rows + shift, outputs], read.</param>
    /// <param name="weightGradients">dW [inputs, outputs], written; zero where there are no rows.</param>
    /// <param name="shape">The sizes.</param>
    public void Run(
        ArrayView<float> inputs, ArrayView<float> outputGradients, ArrayView<float> weightGradients, WeightGradientShape shape)
    {
        launch((shape.Inputs + Tile - 1) / Tile * shape.Outputs, inputs, outputGradients, weightGradients, shape);
    }

    private static void Kernel(
        Index1D item,
        ArrayView<float> inputs,
        ArrayView<float> outputGradients,
        ArrayView<float> weightGradients,
        WeightGradientShape shape)
    {
        var column = item.X % shape.Outputs;

        // Beyond the last row of W a tile repeats that row: the same sum is then written twice, never read or written outside.
        var last = shape.Inputs - 1;
        var k0 = item.X / shape.Outputs * Tile;
        var k1 = XMath.Min(k0 + 1, last);
        var k2 = XMath.Min(k0 + 2, last);
        var k3 = XMath.Min(k0 + 3, last);

        float total0 = 0f, total1 = 0f, total2 = 0f, total3 = 0f;
        for (var first = 0; first < shape.Rows; first += Block)
        {
            var end = XMath.Min(first + Block, shape.Rows);
            float sum0 = 0f, sum1 = 0f, sum2 = 0f, sum3 = 0f;
            for (var row = first; row < end; row++)
            {
                var gradient = outputGradients[(row + shape.Shift) * shape.Outputs + column];
                var start = row * shape.Inputs;
                sum0 += inputs[start + k0] * gradient;
                sum1 += inputs[start + k1] * gradient;
                sum2 += inputs[start + k2] * gradient;
                sum3 += inputs[start + k3] * gradient;
            }

            total0 += sum0;
            total1 += sum1;
            total2 += sum2;
            total3 += sum3;
        }

        weightGradients[k0 * shape.Outputs + column] = total0;
        weightGradients[k1 * shape.Outputs + column] = total1;
        weightGradients[k2 * shape.Outputs + column] = total2;
        weightGradients[k3 * shape.Outputs + column] = total3;
    }
}

/// <summary>The sizes of a <see cref="WeightGradient"/>.</summary>
/// <param name="Rows">R, the rows that are summed; may be 0.</param>
/// <param name="Inputs">K, the columns of X; at least 1.</param>
/// <param name="Outputs">N, the columns of dY; at least 1.</param>
/// <param name="Shift">How many rows further down dY stands.</param>
public readonly record struct WeightGradientShape(int Rows, int Inputs, int Outputs, int Shift);
