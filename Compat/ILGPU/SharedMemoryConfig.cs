namespace ILGPU;

/// <summary>A launch's wish for dynamic shared memory: <see cref="SharedMemory.GetDynamic{T}"/> is a view of it.</summary>
public readonly struct SharedMemoryConfig
{
    /// <summary>None.</summary>
    public static readonly SharedMemoryConfig Empty;

    /// <summary>A number of elements of a size in bytes.</summary>
    public SharedMemoryConfig(int numElements, int elementSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numElements);
        ArgumentOutOfRangeException.ThrowIfNegative(elementSize);
        NumElements = numElements;
        ElementSize = elementSize;
    }

    /// <summary>The number of elements.</summary>
    public int NumElements { get; }

    /// <summary>The size of an element in bytes.</summary>
    public int ElementSize { get; }

    /// <summary>The whole in bytes.</summary>
    public int ArraySize => NumElements * ElementSize;

    /// <summary>Whether there is any.</summary>
    public bool UsesDynamicSharedMemory => NumElements > 0 && ElementSize > 0;

    /// <summary>A number of elements, one or more, of a type.</summary>
    public static SharedMemoryConfig RequestDynamic<T>(int numElements)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numElements, 1);
        return new(numElements, Interop.SizeOf<T>());
    }
}
