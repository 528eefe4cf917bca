using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>An open accelerator with the context it belongs to; what runs on it must be disposed of first.</summary>
public sealed class AcceleratorSession : IDisposable
{
    private readonly Context context;

    internal AcceleratorSession(Context context, Accelerator accelerator, AcceleratorInfo info)
    {
        this.context = context;
        Accelerator = accelerator;
        Info = info;
    }

    /// <summary>The accelerator.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>What it is.</summary>
    public AcceleratorInfo Info { get; }

    /// <summary>Closes the accelerator and its context.</summary>
    public void Dispose()
    {
        Accelerator.Dispose();
        context.Dispose();
    }
}
