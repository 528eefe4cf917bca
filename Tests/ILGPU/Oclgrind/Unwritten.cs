using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Oclgrind;

/// <summary>Makes Oclgrind take a buffer's elements for what nobody wrote.</summary>
/// <remarks>
/// Oclgrind 21.10 follows a buffer only from the host's first write on, which has to be of the whole buffer at once: of one that only
/// kernels write it takes everything for unwritten for ever, and a fill for a write of one byte. So the host writes the buffer, and a
/// kernel then copies into it what really is unwritten. This is reported, too, under the kernel's name, which tests leave out.
/// </remarks>
internal sealed class Unwritten : IDisposable
{
    private readonly Action<Index1D, ArrayView<int>, ArrayView<int>> mark;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> source;

    public Unwritten(Accelerator accelerator)
    {
        mark = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>>(Mark);
        source = accelerator.Allocate1D<int>(1);
    }

    /// <summary>The kernel's name.</summary>
    public static string KernelName => "unwritten_Mark";

    /// <summary>Marks all elements of a buffer that the host wrote.</summary>
    public ArrayView<T> Marked<T>(ArrayView<T> view)
        where T : unmanaged
    {
        mark(view.IntLength, view.Cast<int>(), source.View);
        return view;
    }

    public void Dispose() => source.Dispose();

    private static void Mark(Index1D index, ArrayView<int> view, ArrayView<int> source) => view[index] = source[0];
}
