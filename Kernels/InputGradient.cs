// The gradient of a dense layer Y = X·W by its input.
//
//   dX[r,k] = Σₙ dY[r,n]·W[k,n]
//
// Launch  one work-item an element of dX.
// Cost    2·R·K·N floating-point operations.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>dX = dY·Wᵀ.</summary>
public sealed class InputGradient
{
    private readonly Action<Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>, int, int> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public InputGradient(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>, int, int>(Kernel);
    }

    /// <summary>Queues one product on the default stream.</summary>
    /// <param name="outputGradients">dY [rows, outputs], read.</param>
    /// <param name="weights">W [inputs, outputs], read.</param>
    /// <param name="inputGradients">dX [rows, inputs], written.</param>
    /// <param name="rows">R.</param>
    /// <param name="inputs">K.</param>
    /// <param name="outputs">N.</param>
    public void Run(
        ArrayView<float> outputGradients, ArrayView<float> weights, ArrayView<float> inputGradients, int rows, int inputs, int outputs)
    {
        launch(rows * inputs, outputGradients, weights, inputGradients, inputs, outputs);
    }

    private static void Kernel(
        Index1D element,
        ArrayView<float> outputGradients,
        ArrayView<float> weights,
        ArrayView<float> inputGradients,
        int inputs,
        int outputs)
    {
        var row = element.X / inputs * outputs;
        var weightRow = element.X % inputs * outputs;
        var sum = 0f;
        for (var n = 0; n < outputs; n++) sum += outputGradients[row + n] * weights[weightRow + n];
        inputGradients[element] = sum;
    }
}
