using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>Which accelerator to run on.</summary>
public enum AcceleratorChoice
{
    /// <summary>The fastest that is there: CUDA, then an OpenCL GPU, then the CPU.</summary>
    Auto,

    /// <summary>An NVIDIA GPU through CUDA.</summary>
    Cuda,

    /// <summary>A device through OpenCL.</summary>
    OpenCL,

    /// <summary>The processor's cores.</summary>
    Cpu,
}

/// <summary>An accelerator of this machine.</summary>
/// <param name="Kind">How it is reached; never <see cref="AcceleratorChoice.Auto"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Processors">Its cores or multiprocessors.</param>
/// <param name="MemoryBytes">Its memory in bytes.</param>
/// <param name="MaxGroupSize">The most work-items in a group.</param>
/// <param name="SharedMemoryBytes">The shared memory of a group in bytes.</param>
public sealed record AcceleratorInfo(
    AcceleratorChoice Kind, string Name, int Processors, long MemoryBytes, int MaxGroupSize, int SharedMemoryBytes);

/// <summary>Finds and opens accelerators.</summary>
public static class Accelerators
{
    /// <summary>All that can be used here, best first.</summary>
    /// <returns>At least the CPU.</returns>
    public static IReadOnlyList<AcceleratorInfo> List()
    {
        using var context = NewContext();
        return [.. Ranked(context).Select(Describe)];
    }

    /// <summary>Opens one.</summary>
    /// <param name="choice">Which.</param>
    /// <returns>The accelerator with its context; dispose of it last.</returns>
    /// <exception cref="ModelException">There is none of that kind.</exception>
    public static AcceleratorSession Open(AcceleratorChoice choice)
    {
        var context = NewContext();
        var device = Ranked(context).FirstOrDefault(device => choice == AcceleratorChoice.Auto || KindOf(device) == choice);
        try
        {
            if (device is not null) return new AcceleratorSession(context, device.CreateAccelerator(context), Describe(device));
        }
        catch
        {
            context.Dispose();
            throw;
        }

        context.Dispose();
        throw new ModelException(
            $"--accelerator {Word(choice)}: {MissingAccelerator.Reason(choice)}; take --accelerator cpu, or see `gpujazz devices`");
    }

    /// <summary>The word for a choice on the command line.</summary>
    /// <param name="choice">The choice.</param>
    /// <returns>auto, cuda, opencl or cpu.</returns>
    public static string Word(AcceleratorChoice choice) => choice switch
    {
        AcceleratorChoice.Cuda => "cuda",
        AcceleratorChoice.OpenCL => "opencl",
        AcceleratorChoice.Cpu => "cpu",
        _ => "auto",
    };

    private static Context NewContext() => Context.Create(builder => builder.Default().EnableAlgorithms());

    private static IEnumerable<Device> Ranked(Context context) => context.Devices.OrderBy(KindOf);

    private static AcceleratorChoice KindOf(Device device) => device.AcceleratorType switch
    {
        AcceleratorType.Cuda => AcceleratorChoice.Cuda,
        AcceleratorType.OpenCL => AcceleratorChoice.OpenCL,
        _ => AcceleratorChoice.Cpu,
    };

    private static AcceleratorInfo Describe(Device device) => new(
        KindOf(device),
        device.Name,
        device.NumMultiprocessors,
        device.MemorySize,
        device.MaxNumThreadsPerGroup,
        device.MaxSharedMemoryPerGroup);
}
