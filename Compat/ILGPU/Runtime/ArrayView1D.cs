using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>A one-dimensional view with its stride in its type.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TStride">The stride: <see cref="Stride1D.Dense"/>.</typeparam>
public readonly struct ArrayView1D<T, TStride> : IArrayView, ICheckedView
    where T : unmanaged
    where TStride : struct, IStride1D
{
    /// <summary>The size of an element in bytes.</summary>
    public static readonly int ElementSize = Unsafe.SizeOf<T>();

    /// <summary>A view of nothing.</summary>
    public static readonly ArrayView1D<T, TStride> Empty;

    /// <summary>A view of the first elements of another.</summary>
    /// <param name="baseView">The other view.</param>
    /// <param name="extent">The number of elements.</param>
    /// <param name="stride">The stride.</param>
    public ArrayView1D(ArrayView<T> baseView, LongIndex1D extent, TStride stride)
    {
        _ = stride;
        BaseView = extent.X == baseView.Length ? baseView : baseView.SubView(0, extent.X);
    }

    /// <summary>The view without its stride in its type.</summary>
    public ArrayView<T> BaseView { get; }

    MemoryBuffer IArrayView.Buffer => BaseView.Buffer!;

    int IArrayView.ElementSize => Unsafe.SizeOf<T>();

    /// <summary>The number of elements as an extent.</summary>
    public LongIndex1D Extent => BaseView.Extent;

    /// <summary>The number of elements as an extent; one that does not fit 32 bits is an error.</summary>
    public Index1D IntExtent => BaseView.IntExtent;

    /// <summary>The stride.</summary>
    public TStride Stride => default;

    /// <summary>Whether there is memory and at least one element.</summary>
    public bool IsValid => BaseView.IsValid;

    /// <summary>The number of elements.</summary>
    public long Length => BaseView.Length;

    /// <summary>The number of elements; one that does not fit 32 bits is an error.</summary>
    public int IntLength => BaseView.IntLength;

    /// <summary>The size in bytes.</summary>
    public long LengthInBytes => BaseView.LengthInBytes;

    /// <summary>An element.</summary>
    public ref T this[Index1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref BaseView[index.X];
    }

    /// <summary>An element.</summary>
    public ref T this[LongIndex1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref BaseView[index.X];
    }

    /// <summary>A number of elements from an index on.</summary>
    public ArrayView1D<T, TStride> SubView(Index1D index, Index1D extent) => SubView(index.ToLongIndex(), extent.ToLongIndex());

    /// <summary>A number of elements from an index on. The index must be one of an element, also for a part of length 0.</summary>
    public ArrayView1D<T, TStride> SubView(LongIndex1D index, LongIndex1D extent) =>
        new(BaseView.SubView(index.X, extent.X), extent, default);

    /// <summary>One element as a view.</summary>
    public VariableView<T> VariableView(Index1D index) => BaseView.VariableView(index);

    /// <summary>The view without its stride in its type.</summary>
    public ArrayView<T> AsContiguous() => BaseView;

    object ICheckedView.Named(string kernel, string name) =>
        new ArrayView1D<T, TStride>((ArrayView<T>)((ICheckedView)BaseView).Named(kernel, name), Extent, default);

    /// <inheritdoc/>
    public override string ToString() => BaseView.ToString();
}
