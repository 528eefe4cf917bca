namespace ILGPU.Runtime.Cuda;

/// <summary>The queues that a stream's launches go to while a thread records them: one, and another for what goes beside it.</summary>
internal sealed unsafe class CudaRecording
{
    // Only this thread's calls on these queues are recorded, and whatever else goes on is left alone.
    private const uint RelaxedCapture = 2;

    private readonly CudaAccelerator _accelerator;
    private readonly CudaFunctions _functions;
    private readonly List<IntPtr> _events = [];
    private readonly IntPtr _main;
    private IntPtr _side;
    private bool _isApart;

    public CudaRecording(CudaStream stream, CudaAccelerator accelerator)
    {
        Stream = stream;
        _accelerator = accelerator;
        _functions = accelerator.Functions;
        Queue = _main = NewQueue();
        CudaException.ThrowIfFailed(_functions.BeginCapture(_main, RelaxedCapture), $"Recording on {accelerator.Name}");
    }

    /// <summary>The stream whose launches are recorded.</summary>
    public CudaStream Stream { get; }

    /// <summary>The queue that they go to now.</summary>
    public IntPtr Queue { get; private set; }

    /// <summary>Records launches that need only what was recorded before.</summary>
    public void Beside(Action launches)
    {
        if (Queue != _main)
        {
            launches();
            return;
        }

        if (_side == IntPtr.Zero) _side = NewQueue();
        Follow(_side, _main);
        _isApart = true;
        Queue = _side;
        try
        {
            launches();
        }
        finally
        {
            Queue = _main;
        }
    }

    /// <summary>What is recorded from now on needs what was recorded beside.</summary>
    public void Join()
    {
        if (_isApart) Follow(_main, _side);
        _isApart = false;
    }

    /// <summary>Ends the recording, whatever happened, and gives the queues back.</summary>
    /// <returns>What was recorded, if the driver could.</returns>
    public (CudaError Status, IntPtr Graph) End()
    {
        _accelerator.Bind();
        IntPtr graph = IntPtr.Zero;
        var status = _functions.EndCapture(_main, &graph);
        foreach (var each in _events) _ = _functions.DestroyEvent(each);
        if (_side != IntPtr.Zero) _ = _functions.DestroyStream(_side);
        _ = _functions.DestroyStream(_main);
        return (status, graph);
    }

    private void Follow(IntPtr queue, IntPtr other)
    {
        _accelerator.Bind();
        IntPtr place;
        CudaException.ThrowIfFailed(_functions.CreateEvent(&place, 0), $"Recording on {_accelerator.Name}");
        _events.Add(place);
        CudaException.ThrowIfFailed(_functions.RecordEvent(place, other), $"Recording on {_accelerator.Name}");
        CudaException.ThrowIfFailed(_functions.WaitForEvent(queue, place, 0), $"Recording on {_accelerator.Name}");
    }

    private IntPtr NewQueue()
    {
        _accelerator.Bind();
        IntPtr queue;
        CudaException.ThrowIfFailed(
            _functions.CreateStream(&queue, (uint)StreamFlags.CU_STREAM_NON_BLOCKING), $"A new stream of {_accelerator.Name}");
        return queue;
    }
}
