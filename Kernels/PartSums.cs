// The second pass of a product whose k were shared out: its parts are added in their order.
//
//   C[r,n] = Σₚ P[p,r,n]  (+ b[n])  (+ C[r,n])
//
// Launch  one work-item an element.
// Cost    4 bytes read an element and part.
using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The parts of a <see cref="MatrixProduct"/>, and their sum.</summary>
internal sealed class PartSums
{
    /// <summary>The floats that parts can take.</summary>
    public const int Length = Groups * 128 * 128;

    // Groups of a product that a GPU has room for at once; the largest have about 264 for groups of this size.
    private const int Groups = 256;

    // A processor has few cores: parts would only cost it their second reading.
    private const int GroupsOfCpu = 8;

    // What is queued on the default stream runs one after the other, so that an accelerator needs this memory once. It goes with the accelerator.
    private static readonly ConditionalWeakTable<Accelerator, MemoryBuffer1D<float, Stride1D.Dense>> Memory = [];

    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, MatrixProductBuffers, MatrixProductShape, ArrayView<float>, int, SpecializedValue<ProductForm>> launch;

    public PartSums(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadStreamKernel<
            MatrixProductBuffers, MatrixProductShape, ArrayView<float>, int, SpecializedValue<ProductForm>>(Kernel);
    }

    /// <summary>Where parts are written: [parts, M, N]. Who queues a product and its sum holds it locked meanwhile.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Buffer => Memory.GetValue(accelerator, static owner => owner.Allocate1D<float>(Length));

    /// <summary>How many parts a product should fall into; 1 where its tiles fill the accelerator by themselves.</summary>
    public int Room(int rows, int columns, long tiles)
    {
        var wanted = accelerator.AcceleratorType == AcceleratorType.CPU ? GroupsOfCpu : Groups;
        return (int)Math.Max(1, Math.Min(wanted / tiles, Length / ((long)rows * columns)));
    }

    /// <summary>Queues the sum.</summary>
    public void Run(MatrixProductBuffers buffers, MatrixProductShape shape, ProductForm form, int parts)
    {
        var groups = ColumnGroups.Of(accelerator, shape.Columns);
        launch(
            (new Index2D(shape.Rows, groups.Blocks), new Index2D(groups.Width, 1)), buffers, shape, Buffer.View, parts, SpecializedValue.New(form));
    }

    private static void Kernel(
        MatrixProductBuffers buffers, MatrixProductShape shape, ArrayView<float> parts, int count, SpecializedValue<ProductForm> specializedForm)
    {
        var form = specializedForm.Value;
        var column = Grid.IdxY * Group.DimX + Group.IdxX;
        if (column >= shape.Columns) return;
        var sum = 0f;
        for (var part = 0; part < count; part++) sum += parts[(part * shape.Rows + Grid.IdxX) * shape.Columns + column];

        var place = Grid.IdxX * shape.ProductStride + column;
        if (form.Has(ProductOptions.AddsBias)) sum += buffers.Bias[column];
        if (form.Has(ProductOptions.Accumulates)) sum += buffers.Product[place];
        buffers.Product[place] = sum;
    }
}
