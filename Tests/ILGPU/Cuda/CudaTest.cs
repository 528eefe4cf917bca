using ILGPU;
using ILGPU.Runtime.Cuda;

namespace GpuJazz.Tests.ILGPU.Cuda;

/// <summary>A test with an accelerator on a stand-in of its own.</summary>
public abstract class CudaTest : IDisposable
{
    private readonly Lazy<CudaAccelerator> _accelerator;

    protected CudaTest()
    {
        if (StandIn.Missing is null) Driver = new();
        _accelerator = new(() =>
        {
            Context = Driver!.NewContext();
            return Context.CreateCudaAccelerator(0);
        });
    }

    private protected StandIn? Driver { get; }

    protected Context? Context { get; private set; }

    protected CudaAccelerator Accelerator => _accelerator.Value;

    public void Dispose()
    {
        if (!_accelerator.IsValueCreated) return;
        Accelerator.Dispose();
        Context!.Dispose();
    }
}
