using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>Memory that is kept from call to call: to allocate it takes a GPU longer than to improvise a solo.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <param name="accelerator">Where it is; must outlive this object.</param>
internal sealed class ReusedBuffer<T>(Accelerator accelerator) : IDisposable
    where T : unmanaged
{
    private MemoryBuffer1D<T, Stride1D.Dense>? buffer;

    /// <summary>A number of elements; what they hold is left over from before. Those of the last call are no longer to be used.</summary>
    /// <param name="length">How many, at least 1.</param>
    /// <returns>A view of just so many.</returns>
    public ArrayView<T> Of(long length)
    {
        if (buffer is null || buffer.Length < length)
        {
            // First given back, so that both need not fit.
            Dispose();
            buffer = accelerator.Allocate1D<T>(length);
        }

        ArrayView<T> all = buffer.View;
        return all.SubView(0, length);
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        buffer?.Dispose();
        buffer = null;
    }
}
