namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms.Plain;

/// <summary>A view as a reference has it: an array.</summary>
public readonly struct ArrayView<T>(T[] elements)
{
    public int IntLength => elements.Length;

    public ref T this[int index] => ref elements[index];
}

/// <summary>Memory of a work-item, full of what nobody may read.</summary>
public static class LocalMemory
{
    public static ArrayView<T> Allocate<T>(int extent) => new(new T[extent]);
}

/// <summary>Memory of a group.</summary>
public static class SharedMemory
{
    public static ArrayView<T> Allocate<T>(int extent) => PlainGroup.Current.Allocate<T>(extent);
}
