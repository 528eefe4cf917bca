using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.OpenCL;

namespace GpuJazz.Tests.ILGPU;

/// <summary>The devices that tests run on: those of the machine, and what stands in for others.</summary>
internal static partial class TestContexts
{
    /// <summary>All of them, the CPU as it is.</summary>
    public static Context All() => Context.Create(builder => With(builder.Default()));

    /// <summary>All of them, the CPU with groups as large as a GPU's.</summary>
    public static Context WithLargeGroups() => Context.Create(builder => With(builder.CPU(CPUDeviceKind.Nvidia).OpenCL()));

    /// <summary>The name of a device with what it is reached through: a GPU may be there for CUDA and for OpenCL.</summary>
    public static string NameOf(Device device) => $"{device.Name} ({device.AcceleratorType})";

    private static void With(Context.Builder builder)
    {
        AddStandIns(builder);
        builder.EnableAlgorithms();
    }

    /// <summary>Adds what stands in for devices, where it can be made.</summary>
    static partial void AddStandIns(Context.Builder builder);
}
