using ILGPU;
using ILGPU.Runtime.OpenCL;

namespace GpuJazz.Tests.ILGPU.OpenCL;

/// <summary>A test with an accelerator on the first OpenCL device.</summary>
public abstract class OpenCLTest : IDisposable
{
    protected OpenCLTest()
    {
        Context = Context.Create(builder => builder.OpenCL().EnableAlgorithms());
        Accelerator = Context.CreateCLAccelerator(0);
    }

    /// <summary>Why tests are left out, or null where there is a device.</summary>
    internal static string? Missing { get; } = WhyMissing();

    protected Context Context { get; }

    protected CLAccelerator Accelerator { get; }

    public void Dispose()
    {
        Accelerator.Dispose();
        Context.Dispose();
    }

    private static string? WhyMissing()
    {
        using var context = Context.Create(builder => builder.OpenCL());
        return context.Devices.OfType<CLDevice>().Any() ? null : "no OpenCL device is here: apt-get install ocl-icd-libopencl1 pocl-opencl-icd";
    }
}

/// <summary>A test that needs an OpenCL device; left out, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenCLFactAttribute : FactAttribute
{
    public OpenCLFactAttribute() => Skip = OpenCLTest.Missing;
}
