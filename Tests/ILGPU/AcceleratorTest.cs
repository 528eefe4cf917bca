using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GpuJazz.Tests.ILGPU;

/// <summary>A test with an accelerator that takes groups of 128 and more: the CPU, until another is asked for.</summary>
public abstract class AcceleratorTest : IDisposable
{
    protected AcceleratorTest()
    {
        Context = TestContexts.WithLargeGroups();
        Accelerator = Context.GetPreferredDevice(preferCPU: true).CreateAccelerator(Context);
    }

    /// <summary>The names of the devices that <see cref="Use"/> takes.</summary>
    internal static IReadOnlyList<string> Devices { get; } = ListDevices();

    protected Context Context { get; }

    protected Accelerator Accelerator { get; private set; }

    public void Dispose()
    {
        Accelerator.Dispose();
        Context.Dispose();
    }

    /// <summary>Opens an accelerator instead of the CPU.</summary>
    protected void Use(string device)
    {
        if (device == TestContexts.NameOf(Accelerator.Device)) return;
        Accelerator.Dispose();
        Accelerator = Context.Devices.First(each => TestContexts.NameOf(each) == device).CreateAccelerator(Context);
    }

    /// <summary>Opens the CPU so that it calls kernels as they are: views are checked, and what a work-item throws comes out.</summary>
    protected void UseCalls()
    {
        Accelerator.Dispose();
        Accelerator = new CPUAccelerator(Context, CPUDevice.Nvidia, CPUAcceleratorMode.Auto) { CallsKernels = true };
    }

    private static List<string> ListDevices()
    {
        using var context = TestContexts.WithLargeGroups();
        return [.. context.Devices.Select(TestContexts.NameOf).Distinct()];
    }
}
