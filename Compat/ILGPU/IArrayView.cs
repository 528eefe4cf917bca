using ILGPU.Runtime;

namespace ILGPU;

/// <summary>A view of elements in a buffer.</summary>
public interface IArrayView
{
    /// <summary>The buffer.</summary>
    MemoryBuffer Buffer { get; }

    /// <summary>Whether there is a buffer and at least one element.</summary>
    bool IsValid { get; }

    /// <summary>The number of elements.</summary>
    long Length { get; }

    /// <summary>The size of an element in bytes.</summary>
    int ElementSize { get; }

    /// <summary>The size of the whole in bytes.</summary>
    long LengthInBytes { get; }
}

/// <summary>A view of adjacent elements.</summary>
public interface IContiguousArrayView : IArrayView
{
    /// <summary>Where in the buffer it begins, in elements.</summary>
    long Index { get; }

    /// <summary>Where in the buffer it begins, in bytes.</summary>
    long IndexInBytes { get; }

    /// <summary>The same memory as bytes.</summary>
    ArrayView<byte> AsRawArrayView();
}

/// <summary>A view of adjacent elements of a type.</summary>
public interface IContiguousArrayView<T> : IContiguousArrayView
    where T : unmanaged
{
}
