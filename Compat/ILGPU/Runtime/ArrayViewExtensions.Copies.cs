using System.Runtime.InteropServices;

namespace ILGPU.Runtime;

/// <content>Copies between views, and between views and the host.</content>
public static partial class ArrayViewExtensions
{
    /// <summary>Copies to the host as many elements as the span has.</summary>
    public static void CopyToCPU<T>(this ArrayView<T> source, AcceleratorStream stream, in Span<T> span)
        where T : unmanaged
    {
        if (span.IsEmpty) return;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.Length, source.Length, nameof(span));
        BufferOf(source).CopyToHost(stream, source.SubView(0, span.Length).Cast<byte>(), MemoryMarshal.AsBytes(span));
    }

    /// <summary>Copies from the host all elements of a span.</summary>
    public static void CopyFromCPU<T>(this ArrayView<T> target, AcceleratorStream stream, in ReadOnlySpan<T> span)
        where T : unmanaged
    {
        if (span.IsEmpty) return;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.Length, target.Length, nameof(span));
        BufferOf(target).CopyFromHost(stream, MemoryMarshal.AsBytes(span), target.SubView(0, span.Length).Cast<byte>());
    }

    /// <summary>Copies to an array of the same length.</summary>
    public static void CopyToCPU<T>(this ArrayView<T> view, T[] data)
        where T : unmanaged => view.CopyToCPU(view.GetDefaultStream(), data);

    /// <summary>Copies to an array of the same length.</summary>
    public static void CopyToCPU<T>(this ArrayView<T> view, AcceleratorStream stream, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Length, view.Length, nameof(data));
        view.CopyToCPU(stream, data.AsSpan());
    }

    /// <summary>Copies from an array of the same length.</summary>
    public static void CopyFromCPU<T>(this ArrayView<T> view, T[] data)
        where T : unmanaged => view.CopyFromCPU(view.GetDefaultStream(), data);

    /// <summary>Copies from an array of the same length.</summary>
    public static void CopyFromCPU<T>(this ArrayView<T> view, AcceleratorStream stream, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        if (view.Length == 0) return;
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Length, view.Length, nameof(data));
        view.CopyFromCPU(stream, (ReadOnlySpan<T>)data);
    }

    /// <summary>Copies to the host as many elements as the span has.</summary>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, in Span<T> span)
        where T : unmanaged => source.BaseView.CopyToCPU(stream, span);

    /// <summary>Copies from the host all elements of a span.</summary>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, in ReadOnlySpan<T> span)
        where T : unmanaged => target.BaseView.CopyFromCPU(stream, span);

    /// <summary>Copies to an array of the same length.</summary>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, T[] data)
        where T : unmanaged => view.BaseView.CopyToCPU(data);

    /// <summary>Copies to an array of the same length.</summary>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream, T[] data)
        where T : unmanaged => view.BaseView.CopyToCPU(stream, data);

    /// <summary>Copies from an array of the same length.</summary>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, T[] data)
        where T : unmanaged => view.BaseView.CopyFromCPU(data);

    /// <summary>Copies from an array of the same length.</summary>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream, T[] data)
        where T : unmanaged => view.BaseView.CopyFromCPU(stream, data);

    /// <summary>Copies to an array of the same length.</summary>
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, T[] data)
        where T : unmanaged => buffer.View.CopyToCPU(data);

    /// <summary>Copies to an array of the same length.</summary>
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream, T[] data)
        where T : unmanaged => buffer.View.CopyToCPU(stream, data);

    /// <summary>Copies from an array of the same length.</summary>
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, T[] data)
        where T : unmanaged => buffer.View.CopyFromCPU(data);

    /// <summary>Copies from an array of the same length.</summary>
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream, T[] data)
        where T : unmanaged => buffer.View.CopyFromCPU(stream, data);

    /// <summary>A copy as an array.</summary>
    public static T[] GetAsArray<T>(this ArrayView<T> view)
        where T : unmanaged => view.Length == 0 ? [] : view.GetAsArray(view.GetDefaultStream());

    /// <summary>A copy as an array.</summary>
    public static T[] GetAsArray<T>(this ArrayView<T> view, AcceleratorStream stream)
        where T : unmanaged
    {
        if (view.Length == 0) return [];
        var result = new T[view.Length];
        view.CopyToCPU(stream, result);
        return result;
    }

    /// <summary>A copy as an array.</summary>
    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged => view.BaseView.GetAsArray();

    /// <summary>A copy as an array.</summary>
    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged => view.BaseView.GetAsArray(stream);

    /// <summary>A copy as an array.</summary>
    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer)
        where T : unmanaged => buffer.View.GetAsArray1D();

    /// <summary>A copy as an array.</summary>
    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream)
        where T : unmanaged => buffer.View.GetAsArray1D(stream);

    /// <summary>Copies as many elements as the target has from the beginning of the source.</summary>
    public static void CopyTo<T>(this ArrayView<T> source, AcceleratorStream stream, in ArrayView<T> target)
        where T : unmanaged
    {
        if (!target.IsValid) return;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target.Length, source.Length, nameof(target));
        BufferOf(source).CopyTo(stream, source.SubView(0, target.Length).Cast<byte>(), target.Cast<byte>());
    }

    /// <summary>Copies as many elements as the target has from the beginning of the source.</summary>
    public static void CopyTo<T>(this ArrayView<T> source, in ArrayView<T> target)
        where T : unmanaged => source.CopyTo(source.GetDefaultStream(), target);

    /// <summary>Copies as many elements as the target has from the beginning of the source.</summary>
    public static void CopyTo<T>(this ArrayView1D<T, Stride1D.Dense> source, ArrayView1D<T, Stride1D.Dense> target)
        where T : unmanaged => source.BaseView.CopyTo(target.BaseView);

    /// <summary>Copies as many elements as the target has from the beginning of the source.</summary>
    public static void CopyTo<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, in ArrayView1D<T, Stride1D.Dense> target)
        where T : unmanaged => source.BaseView.CopyTo(stream, target.BaseView);

    /// <summary>Copies all elements of the source to the beginning of the target.</summary>
    public static void CopyFrom<T>(this ArrayView<T> target, AcceleratorStream stream, in ArrayView<T> source)
        where T : unmanaged
    {
        if (!source.IsValid) return;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(source.Length, target.Length, nameof(source));
        BufferOf(source).CopyTo(stream, source.Cast<byte>(), target.SubView(0, source.Length).Cast<byte>());
    }

    /// <summary>Copies all elements of the source to the beginning of the target.</summary>
    public static void CopyFrom<T>(this ArrayView<T> target, in ArrayView<T> source)
        where T : unmanaged => target.CopyFrom(target.GetDefaultStream(), source);

    /// <summary>Copies all elements of the source to the beginning of the target.</summary>
    public static void CopyFrom<T>(this ArrayView1D<T, Stride1D.Dense> target, in ArrayView1D<T, Stride1D.Dense> source)
        where T : unmanaged => target.BaseView.CopyFrom(source.BaseView);

    /// <summary>Copies all elements of the source to the beginning of the target.</summary>
    public static void CopyFrom<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, in ArrayView1D<T, Stride1D.Dense> source)
        where T : unmanaged => target.BaseView.CopyFrom(stream, source.BaseView);
}
