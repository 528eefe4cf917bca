namespace ILGPU.Runtime.CPU;

/// <summary>A stream of the CPU: all is done when it is asked for.</summary>
internal sealed class CPUStream(Accelerator accelerator) : AcceleratorStream(accelerator)
{
    /// <inheritdoc/>
    public override void Synchronize() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    /// <inheritdoc/>
    protected override void DisposeAcceleratorObject(bool disposing)
    {
        // It holds nothing.
    }
}
