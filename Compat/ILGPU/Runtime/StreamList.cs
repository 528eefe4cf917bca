namespace ILGPU.Runtime;

/// <summary>The streams of an accelerator that are still in use.</summary>
internal sealed class StreamList
{
    private readonly Lock _lock = new();
    private readonly List<WeakReference<AcceleratorStream>> _streams = [];

    /// <summary>Adds a stream, and forgets those that are gone.</summary>
    /// <returns>The stream.</returns>
    public TStream Add<TStream>(TStream stream)
        where TStream : AcceleratorStream
    {
        lock (_lock)
        {
            _streams.RemoveAll(reference => !reference.TryGetTarget(out var other) || other.IsDisposed);
            _streams.Add(new(stream));
        }

        return stream;
    }

    /// <summary>Waits until all of them have done what was asked for.</summary>
    public void Synchronize()
    {
        lock (_lock)
        {
            foreach (var reference in _streams)
                if (reference.TryGetTarget(out var stream) && !stream.IsDisposed) stream.Synchronize();
        }
    }
}
