namespace ILGPU.Runtime;

/// <summary>The kernels that an accelerator has compiled: once for each set of specialised values, however often loaded.</summary>
/// <typeparam name="TCompiled">What the driver made of a kernel.</typeparam>
internal sealed class CompiledKernels<TCompiled> : IDisposable
    where TCompiled : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(KernelSource Source, string Specialized), TCompiled> _kernels = [];

    /// <summary>A compiled kernel.</summary>
    /// <param name="source">The kernel as it was written.</param>
    /// <param name="specialized">The bytes of its specialised values.</param>
    /// <param name="compile">Compiles it, the first time.</param>
    public TCompiled GetOrAdd(KernelSource source, ReadOnlySpan<byte> specialized, Func<TCompiled> compile)
    {
        var key = (source, Convert.ToHexString(specialized));
        lock (_lock)
        {
            if (!_kernels.TryGetValue(key, out var kernel)) _kernels[key] = kernel = compile();
            return kernel;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var kernel in _kernels.Values) kernel.Dispose();
            _kernels.Clear();
        }
    }
}
