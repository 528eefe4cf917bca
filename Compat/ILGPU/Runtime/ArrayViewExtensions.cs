using System.Diagnostics.CodeAnalysis;

namespace ILGPU.Runtime;

/// <summary>What can be done with views and buffers outside of kernels, and a few things within.</summary>
public static partial class ArrayViewExtensions
{
    /// <summary>One element as a view.</summary>
    public static VariableView<T> VariableView<T>(this ArrayView<T> view, Index1D element)
        where T : unmanaged => new(view.SubView(element.X, 1));

    /// <summary>The same view with its stride in its type.</summary>
    public static ArrayView1D<T, Stride1D.Dense> AsDense<T>(this ArrayView<T> view)
        where T : unmanaged => view;

    /// <summary>The accelerator whose memory a view sees.</summary>
    public static Accelerator GetAccelerator<TView>(this TView view)
        where TView : IArrayView => BufferOf(view).Accelerator;

    /// <summary>A buffer with a copy of an array, which must have an element: the package fails on an empty one.</summary>
    public static MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(this Accelerator accelerator, T[] data)
        where T : unmanaged => accelerator.Allocate1D(accelerator.DefaultStream, data);

    /// <summary>A buffer with a copy of an array, which must have an element: the package fails on an empty one.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The buffer is the result.")]
    public static MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(this Accelerator accelerator, AcceleratorStream stream, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfZero(data.Length);
        var buffer = accelerator.Allocate1D<T>(data.Length);
        buffer.View.CopyFromCPU(stream, data);
        return buffer;
    }

    /// <summary>Sets all bytes to zero.</summary>
    public static void MemSetToZero<T>(this ArrayView<T> view)
        where T : unmanaged => view.MemSet(view.GetDefaultStream(), 0);

    /// <summary>Sets all bytes to zero.</summary>
    public static void MemSetToZero<T>(this ArrayView<T> view, AcceleratorStream stream)
        where T : unmanaged => view.MemSet(stream, 0);

    /// <summary>Sets all bytes to a value.</summary>
    public static void MemSet<T>(this ArrayView<T> view, AcceleratorStream stream, byte value)
        where T : unmanaged => BufferOf(view).MemSet(stream, value, view.Cast<byte>());

    /// <summary>Sets all bytes to zero.</summary>
    public static void MemSetToZero<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged => view.BaseView.MemSetToZero();

    /// <summary>Sets all bytes to zero.</summary>
    public static void MemSetToZero<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged => view.BaseView.MemSetToZero(stream);

    /// <summary>Sets all bytes to zero.</summary>
    public static void MemSetToZero<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer)
        where T : unmanaged => buffer.View.MemSetToZero();

    /// <summary>Sets all bytes to zero.</summary>
    public static void MemSetToZero<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream)
        where T : unmanaged => buffer.View.MemSetToZero(stream);

    internal static AcceleratorStream GetDefaultStream<TView>(this TView view)
        where TView : IArrayView => view.GetAccelerator().DefaultStream;

    private static MemoryBuffer BufferOf<TView>(TView view)
        where TView : IArrayView =>
        view.Buffer ?? throw new InvalidOperationException("A view is used that was never given a buffer.");
}
