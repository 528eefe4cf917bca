using System.Collections.Immutable;
using ILGPU.Compiler;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>What all begins with: the devices that a program may use.</summary>
public sealed partial class Context : IDisposable
{
    private Context(ImmutableArray<Device> devices) => Devices = devices.IsEmpty ? [CPUDevice.Default] : devices;

    /// <summary>The devices, in the order in which they were taken.</summary>
    public ImmutableArray<Device> Devices { get; }

    /// <summary>The folder in which kernels are written as they were compiled; null for none.</summary>
    public string? KernelDumpFolder { get; private init; }

    /// <summary>Whether streams take markers.</summary>
    internal bool EnablesProfiling { get; private init; }

    /// <summary>What kernels that are loaded from now on may do otherwise than their C#.</summary>
    internal KernelOptions KernelOptions { get; set; } = KernelOptions.OfApplication;

    /// <summary>A builder, for settings one by one.</summary>
    public static Builder Create() => new();

    /// <summary>A context with settings.</summary>
    public static Context Create(Action<Builder> buildingCallback)
    {
        ArgumentNullException.ThrowIfNull(buildingCallback);
        var builder = Create();
        buildingCallback(builder);
        return builder.ToContext();
    }

    /// <summary>A context with the default settings.</summary>
    public static Context CreateDefault() => Create(builder => builder.Default());

    /// <summary>The device to prefer.</summary>
    /// <param name="preferCPU">Whether to take the CPU even where there is a GPU.</param>
    public Device GetPreferredDevice(bool preferCPU) =>
        (preferCPU ? null : Devices.Where(device => device.AcceleratorType != AcceleratorType.CPU).MaxBy(device => device.MemorySize))
        ?? Devices.FirstOrDefault(device => device.AcceleratorType == AcceleratorType.CPU)
        ?? throw new NotSupportedException("The context has no CPU device.");

    /// <summary>All devices, one by one.</summary>
    public ImmutableArray<Device>.Enumerator GetEnumerator() => Devices.GetEnumerator();

    /// <summary>Ends the use of the devices. Accelerators are disposed by themselves, before.</summary>
    public void Dispose()
    {
        // Devices of the CPU hold nothing.
    }
}
