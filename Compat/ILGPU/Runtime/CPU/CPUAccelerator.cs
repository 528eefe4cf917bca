using System.Diagnostics;
using ILGPU.Compiler.Simd;

namespace ILGPU.Runtime.CPU;

/// <summary>The CPU in use. A launch is done when it returns, and throws what a work-item threw.</summary>
public sealed class CPUAccelerator : Accelerator
{
    internal CPUAccelerator(Context context, CPUDevice device, CPUAcceleratorMode mode)
        : base(context, device)
    {
        Mode = mode;
        DefaultStream = new CPUStream(this);
        Workers = mode == CPUAcceleratorMode.Sequential || (mode == CPUAcceleratorMode.Auto && Debugger.IsAttached)
            ? 1
            : Environment.ProcessorCount;
    }

    /// <summary>How the work-items of a launch are spread over the cores.</summary>
    public CPUAcceleratorMode Mode { get; }

    /// <summary>The most work-items at once, as the device says.</summary>
    public int NumThreads => MaxNumThreads;

    /// <inheritdoc/>
    public override AcceleratorStream DefaultStream { get; }

    /// <summary>How many threads share a launch.</summary>
    internal int Workers { get; }

    /// <summary>
    /// Whether kernels are called as they are, one work-item after the other, rather than compiled: one can step through them, and views
    /// can check their indices. So it is under a debugger, and with the AppContext switch <c>ILGPU.CallKernels</c>.
    /// </summary>
    internal bool CallsKernels { get; init; } = Debugger.IsAttached || (AppContext.TryGetSwitch("ILGPU.CallKernels", out bool calls) && calls);

    /// <summary>Whether kernels that the compiler refuses are called.</summary>
    internal bool RunsWhatIsRefused { get; init; } = true;

    /// <summary>The vectors that kernels are compiled to; null for work-items one by one.</summary>
    internal LaneMachine? Lanes { get; init; } = LaneMachine.Best;

    /// <inheritdoc/>
    public override AcceleratorStream CreateStream()
    {
        ThrowIfDisposed();
        return new CPUStream(this);
    }

    /// <inheritdoc/>
    public override void Synchronize() => ThrowIfDisposed();

    private protected override MemoryBuffer AllocateRawInternal(long length, int elementSize) =>
        new CPUMemoryBuffer(this, length, elementSize);

    internal override LoadedKernel<TIndex, TArguments> Load<TIndex, TArguments>(KernelSource source)
    {
        ThrowIfDisposed();
        return CallsKernels ? new CPUKernel<TIndex, TArguments>(this, source) : new CPUCompiledKernel<TIndex, TArguments>(this, source);
    }
}
