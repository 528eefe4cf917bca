// The gradient of a bias: the sum of dY over rows, in a fixed order.
//
//   db[n] = Σᵣ dY[r,n]
//
// Launch  on a CPU one work-item a column. Elsewhere a group 32 columns and a part of the rows, which its eight rows of work-items take in
//         turns; PartSums adds the parts.
// Cost    R·N additions.
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>db = column sums of dY.</summary>
public sealed class BiasGradient
{
    private const int Block = 64;
    private const int Columns = 32;
    private const int Lines = 8;
    private const int MostParts = 128;

    private readonly Accelerator accelerator;
    private readonly PartSums parts;
    private readonly Action<Index1D, ArrayView<float>, ArrayView<float>, int, int, int> launch;
    private readonly Action<KernelConfig, ArrayView<float>, ArrayView<float>, int, int, int> launchGroups;

    /// <summary>Loads the kernels.</summary>
    /// <param name="accelerator">The accelerator that they run on.</param>
    public BiasGradient(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        parts = new PartSums(accelerator);
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>, int, int, int>(Kernel);
        launchGroups = accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>, int, int, int>(GroupKernel);
    }

    /// <summary>Queues one sum on the default stream.</summary>
    /// <param name="outputGradients">dY [rows, outputs], read.</param>
    /// <param name="biasGradients">db [outputs], written.</param>
    /// <param name="rows">R.</param>
    /// <param name="outputs">N.</param>
    /// <param name="adds">Whether the sums are added to what stands in db.</param>
    public void Run(ArrayView<float> outputGradients, ArrayView<float> biasGradients, int rows, int outputs, bool adds = false)
    {
        if (accelerator.AcceleratorType == AcceleratorType.CPU || GroupSize.Most(accelerator) < Columns * Lines)
        {
            launch(outputs, outputGradients, biasGradients, rows, outputs, adds ? 1 : 0);
            return;
        }

        // Eight rows a work-item at least; of one part there is nothing to add.
        var count = Math.Clamp((rows - 1) / Block + 1, 1, Math.Min(MostParts, PartSums.Length / outputs));
        var rowsOfPart = Math.Max(1, (rows - 1) / count + 1);
        count = Math.Max(1, (rows - 1) / rowsOfPart + 1);
        var config = (new Index2D((outputs - 1) / Columns + 1, count), new Index2D(Columns, Lines));
        if (count == 1 && !adds)
        {
            launchGroups(config, outputGradients, biasGradients, rows, outputs, rowsOfPart);
            return;
        }

        var memory = parts.Buffer;
        lock (memory)
        {
            launchGroups(config, outputGradients, memory.View, rows, outputs, rowsOfPart);
            parts.Run(
                new(outputGradients, outputGradients, outputGradients, biasGradients),
                new(1, outputs, rows, 0, 0, outputs),
                new(adds ? ProductOptions.Accumulates : ProductOptions.None, Precision.Fp32),
                count);
        }
    }

    private static void Kernel(
        Index1D column, ArrayView<float> outputGradients, ArrayView<float> biasGradients, int rows, int outputs, int adds)
    {
        // In blocks, as in WeightGradient: the rounding error of long sums stays small.
        var total = adds == 1 ? biasGradients[column] : 0f;
        for (var first = 0; first < rows; first += Block)
        {
            var end = XMath.Min(first + Block, rows);
            var sum = 0f;
            for (var row = first; row < end; row++) sum += outputGradients[row * outputs + column.X];
            total += sum;
        }

        biasGradients[column] = total;
    }

    private static void GroupKernel(ArrayView<float> outputGradients, ArrayView<float> sums, int rows, int outputs, int rowsOfPart)
    {
        var found = SharedMemory.Allocate<float>(Columns * Lines);
        var column = Grid.IdxX * Columns + Group.IdxX;
        var end = XMath.Min((Grid.IdxY + 1) * rowsOfPart, rows);
        var sum = 0f;
        if (column < outputs)
        {
            for (var row = Grid.IdxY * rowsOfPart + Group.IdxY; row < end; row += Lines) sum += outputGradients[row * outputs + column];
        }

        found[Group.IdxY * Columns + Group.IdxX] = sum;
        Group.Barrier();
        if (Group.IdxY > 0 || column >= outputs) return;
        var total = 0f;
        for (var line = 0; line < Lines; line++) total += found[line * Columns + Group.IdxX];
        sums[Grid.IdxY * outputs + column] = total;
    }
}
