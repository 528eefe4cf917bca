using GpuJazz.Launching;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace GpuJazz.Model;

/// <summary>Which accelerator to run on.</summary>
public enum AcceleratorChoice
{
    /// <summary>The fastest that is there: CUDA, then an OpenCL GPU, then the CPU.</summary>
    Auto,

    /// <summary>An NVIDIA GPU through CUDA.</summary>
    Cuda,

    /// <summary>A device through OpenCL, a GPU before any other. <see cref="Auto"/> takes only a GPU.</summary>
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
/// <param name="Interface">What it is reached through: CUDA's version and the chip's compute capability, or the OpenCL platform.</param>
public sealed record AcceleratorInfo(
    AcceleratorChoice Kind, string Name, int Processors, long MemoryBytes, int MaxGroupSize, int SharedMemoryBytes, string Interface);

/// <summary>Finds and opens accelerators.</summary>
public static class Accelerators
{
    /// <summary>All that can be used here, best first.</summary>
    /// <returns>At least the CPU.</returns>
    public static IReadOnlyList<AcceleratorInfo> List()
    {
        using var context = NewContext(AcceleratorChoice.Auto);
        return [.. Ranked(context).Select(Describe)];
    }

    /// <summary>Begins to make ready, on another thread, what opening an accelerator and its first kernels will need.</summary>
    /// <param name="choice">Which it will be.</param>
    public static void WarmUp(AcceleratorChoice choice)
    {
        if (choice is AcceleratorChoice.Auto or AcceleratorChoice.Cpu) _ = KernelWarmUp.Begin();
    }

    /// <summary>Opens one.</summary>
    /// <param name="choice">Which.</param>
    /// <param name="dumpFolder">The folder in which kernels are written as they were compiled; null for none.</param>
    /// <returns>The accelerator with its context; dispose of it last.</returns>
    /// <exception cref="ModelException">There is none of that kind, or kernels can't be written.</exception>
    public static AcceleratorSession Open(AcceleratorChoice choice, string? dumpFolder = null)
    {
        if (dumpFolder is not null && !KernelDumps.AreAvailable)
            throw new ModelException("--dump-kernels needs the compiler that comes with gpujazz: build without -p:UsePackages=true");
        var context = NewContext(choice, dumpFolder);
        var device = Ranked(context).FirstOrDefault(
            device => choice == AcceleratorChoice.Auto ? IsAutomatic(device) : KindOf(device) == choice);
        try
        {
            if (device is not null) return new AcceleratorSession(context, device.CreateAccelerator(context), Describe(device));
        }
        catch (AcceleratorException error)
        {
            context.Dispose();
            throw new ModelException($"--accelerator {Word(choice)}: {device!.Name} does not open: {error.Message.TrimEnd('.')}; {Instead(choice)}", error);
        }
        catch
        {
            context.Dispose();
            throw;
        }

        context.Dispose();
        throw new ModelException(
            $"--accelerator {Word(choice)}: {MissingAccelerator.Reason(choice)}; {Instead(choice)}");
    }

    /// <summary>What to take instead of an accelerator that can't be used.</summary>
    /// <param name="choice">The one that can't.</param>
    /// <returns>A clause without a full stop.</returns>
    public static string Instead(AcceleratorChoice choice) =>
        $"take --accelerator {(choice == AcceleratorChoice.Cuda ? "opencl or cpu" : "cpu")}, or see `gpujazz devices`";

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

    // Asking the drivers takes time, which one who wants another need not wait for.
    private static Context NewContext(AcceleratorChoice choice, string? dumpFolder = null) => Context.Create(builder => (choice switch
    {
        AcceleratorChoice.Cuda => builder.Cuda(),
        AcceleratorChoice.OpenCL => builder.OpenCL(),
        AcceleratorChoice.Cpu => builder.DefaultCPU(),
        _ => builder.Default(),
    }).EnableAlgorithms().DumpKernels(dumpFolder));

    private static IEnumerable<Device> Ranked(Context context) => context.Devices.OrderBy(KindOf).ThenByDescending(IsGpu);

    private static bool IsGpu(Device device) => device is not CLDevice opencl || (opencl.DeviceType & CLDeviceType.CL_DEVICE_TYPE_GPU) != 0;

    // OpenCL on the processor's cores is no faster than the CPU accelerator.
    private static bool IsAutomatic(Device device) => KindOf(device) != AcceleratorChoice.OpenCL || IsGpu(device);

    private static AcceleratorChoice KindOf(Device device) => KindOf(device.AcceleratorType);

    internal static AcceleratorChoice KindOf(AcceleratorType type) => type switch
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
        device.MaxSharedMemoryPerGroup,
        device switch
        {
            CudaDevice cuda => $"CUDA {cuda.DriverVersion.Major}.{cuda.DriverVersion.Minor}, "
                + $"compute capability {cuda.Architecture?.Major}.{cuda.Architecture?.Minor}",
            CLDevice opencl => opencl.PlatformName,
            _ => ".NET",
        });
}
