using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU;

/// <summary>
/// A view of adjacent elements in an accelerator's memory. An index outside it is not noticed, unless the switch
/// <c>ILGPU.CheckedViews</c> is on: then it is an error that names kernel, view, index and length.
/// </summary>
/// <typeparam name="T">The element.</typeparam>
public readonly unsafe partial struct ArrayView<T> : IContiguousArrayView<T>
    where T : unmanaged
{
    /// <summary>The size of an element in bytes.</summary>
    public static readonly int ElementSize = Unsafe.SizeOf<T>();

    /// <summary>A view of nothing.</summary>
    public static readonly ArrayView<T> Empty;

    private readonly T* _first;

    // Null, the buffer, or in checked mode what an error says about the view.
    private readonly object? _origin;

    /// <summary>A view of a part of a buffer.</summary>
    /// <param name="source">The buffer.</param>
    /// <param name="index">Where the view begins, in elements.</param>
    /// <param name="length">The number of elements.</param>
    public ArrayView(MemoryBuffer source, long index, long length)
        : this((T*)source.NativePtr + index, length, source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ObjectDisposedException.ThrowIf(source.IsDisposed, source);
    }

    internal ArrayView(T* first, long length, object? origin)
    {
        _first = first;
        Length = length;
        _origin = origin;
    }

    /// <summary>The number of elements.</summary>
    public long Length { get; }

    /// <summary>The number of elements; one that does not fit 32 bits is an error.</summary>
    public int IntLength => checked((int)Length);

    /// <summary>The number of elements as an extent.</summary>
    public LongIndex1D Extent => new(Length);

    /// <summary>The number of elements as an extent; one that does not fit 32 bits is an error.</summary>
    public Index1D IntExtent => new(IntLength);

    /// <summary>The size in bytes.</summary>
    public long LengthInBytes => Length * sizeof(T);

    /// <summary>Whether there is memory and at least one element.</summary>
    public bool IsValid => _first != null && Length > 0;

    int IArrayView.ElementSize => sizeof(T);

    MemoryBuffer IArrayView.Buffer => Buffer!;

    long IContiguousArrayView.Index => IndexInBytes / sizeof(T);

    long IContiguousArrayView.IndexInBytes => IndexInBytes;

    internal MemoryBuffer? Buffer => _origin as MemoryBuffer ?? (_origin as ViewOrigin)?.Buffer;

    internal T* First => _first;

    private long IndexInBytes => Buffer is { } buffer ? (byte*)_first - (byte*)buffer.NativePtr : 0;

    /// <summary>An element.</summary>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (CheckedViews.Enabled) CheckIndex(index);
            if (CheckedViews.HasDeviceMemory) CheckHost();
            return ref _first[index];
        }
    }

    /// <summary>An element.</summary>
    public ref T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (CheckedViews.Enabled) CheckIndex(index);
            if (CheckedViews.HasDeviceMemory) CheckHost();
            return ref _first[index];
        }
    }

    /// <summary>An element.</summary>
    public ref T this[Index1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref this[index.X];
    }

    /// <summary>An element.</summary>
    public ref T this[LongIndex1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref this[index.X];
    }

    /// <summary>The elements from an index on.</summary>
    public ArrayView<T> SubView(long index)
    {
        if (CheckedViews.Enabled) CheckSubView(index, Length - index);
        return new(_first + index, Length - index, _origin);
    }

    /// <summary>A number of elements from an index on.</summary>
    public ArrayView<T> SubView(int index, int subViewLength) => SubView((long)index, subViewLength);

    /// <summary>A number of elements from an index on. The index must be one of an element, also for a part of length 0.</summary>
    public ArrayView<T> SubView(long index, long subViewLength)
    {
        if (CheckedViews.Enabled) CheckSubView(index, subViewLength);
        return new(_first + index, subViewLength, _origin);
    }

    /// <summary>The same memory as elements of another type; a rest that is too small for one is left out.</summary>
    public ArrayView<TOther> Cast<TOther>()
        where TOther : unmanaged => new((TOther*)_first, LengthInBytes / sizeof(TOther), _origin);

    ArrayView<byte> IContiguousArrayView.AsRawArrayView() => Cast<byte>();

    /// <inheritdoc/>
    public override string ToString() => $"{IndexInBytes / sizeof(T)} [{Length}]";

    /// <summary>The same view with its stride in its type.</summary>
    public static implicit operator ArrayView1D<T, Stride1D.Dense>(ArrayView<T> view) => new(view, view.Extent, default);

    /// <summary>The same view without its stride in its type.</summary>
    public static implicit operator ArrayView<T>(ArrayView1D<T, Stride1D.Dense> view) => view.BaseView;
}
