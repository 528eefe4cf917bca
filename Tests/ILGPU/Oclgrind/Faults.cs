using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Oclgrind;

/// <summary>What a kernel can do wrong without a word from most devices.</summary>
internal enum Fault
{
    /// <summary>None: the same kernel with nothing wrong.</summary>
    None,

    /// <summary>A neighbour's element is read, with no barrier after it was written.</summary>
    Race,

    /// <summary>The same in shared memory.</summary>
    SharedRace,

    /// <summary>An element behind the last is read.</summary>
    ReadOutside,

    /// <summary>An element behind the last is written.</summary>
    WriteOutside,

    /// <summary>What nobody wrote is read.</summary>
    Uninitialised,
}

/// <summary>Kernels with a fault each.</summary>
internal static class Faults
{
    private const int Count = 8;

    public static void Run(Accelerator accelerator, Fault fault)
    {
        using var unwritten = new Unwritten(accelerator);
        using var data = accelerator.Allocate1D(new float[Count]);
        using var result = accelerator.Allocate1D(new float[Count]);
        unwritten.Marked<float>(fault == Fault.Uninitialised ? data.View : result.View);
        accelerator.LoadStreamKernel(KernelOf(fault))((1, Count), data.View, result.View);
        accelerator.Synchronize();
    }

    private static Action<ArrayView<float>, ArrayView<float>> KernelOf(Fault fault) => fault switch
    {
        Fault.Race => Race,
        Fault.SharedRace => SharedRace,
        Fault.ReadOutside => ReadOutside,
        Fault.WriteOutside => WriteOutside,
        Fault.Uninitialised or Fault.None => Increment,
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static void Increment(ArrayView<float> data, ArrayView<float> result) => result[Group.IdxX] = data[Group.IdxX] + 1f;

    private static void Race(ArrayView<float> data, ArrayView<float> result)
    {
        data[Group.IdxX] = Group.IdxX;
        result[Group.IdxX] = data[(Group.IdxX + 1) % Group.DimX];
    }

    private static void SharedRace(ArrayView<float> data, ArrayView<float> result)
    {
        var shared = SharedMemory.Allocate<float>(Count);
        shared[Group.IdxX] = data[Group.IdxX] + Group.IdxX;
        result[Group.IdxX] = shared[(Group.IdxX + 1) % Group.DimX];
    }

    private static void ReadOutside(ArrayView<float> data, ArrayView<float> result) => result[Group.IdxX] = data[Group.IdxX + 1];

    private static void WriteOutside(ArrayView<float> data, ArrayView<float> result) => result[Group.IdxX + 1] = data[Group.IdxX];
}
