using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// Independent units of work, numbered from 0, that threads take in ranges. Used again and again, one run after the other.
/// </summary>
/// <remarks>
/// The calling thread begins alone. Only when the work turns out to take longer than it costs to wake other threads does it
/// ask them to help: a launch of a few cheap work-items is a few calls. Nothing is allocated.
/// </remarks>
internal abstract class RangeJob : IThreadPoolWorkItem
{
    // Set while helpers may join; the bits below count those inside.
    private const long Open = 1L << 32;

    // 50 microseconds: what waking a thread takes on a busy machine.
    private static readonly long WorthSharing = Stopwatch.Frequency / 20_000;

    private readonly object _lock = new();
    private ExceptionDispatchInfo? _failure;
    private long _failedAt;
    private long _state;
    private long _next;
    private int _workers;

    /// <summary>How many units there are.</summary>
    protected long Units { get; set; }

    /// <summary>Runs all units and returns when they are done. Throws what the failed unit of the lowest number threw.</summary>
    /// <param name="workers">The most threads that share the work.</param>
    /// <param name="estimate">What earlier runs took; brought up to date.</param>
    public void Run(int workers, WorkEstimate estimate)
    {
        if (workers == 1 || Units == 1)
        {
            RunRange(0, Units);
        }
        else
        {
            long start = Stopwatch.GetTimestamp();
            long own = estimate.TicksPerUnit * Units > WorthSharing ? 0 : RunAlone(start);
            bool share = own < Units && _failure is null;
            if (share) own += Share(own, workers);

            // Of this thread's own units alone: what others take may be waiting for a core.
            estimate.TicksPerUnit = (double)(Stopwatch.GetTimestamp() - start) / Math.Max(1, own);
            if (share) WaitForHelpers();
        }

        ThrowIfFailed();
    }

    void IThreadPoolWorkItem.Execute()
    {
        // One that comes late may join a later run, which is as good.
        long state;
        do
        {
            state = Volatile.Read(ref _state);
            if ((state & Open) == 0) return;
        }
        while (Interlocked.CompareExchange(ref _state, state + 1, state) != state);

        TakeRanges();
        if (Interlocked.Decrement(ref _state) == 0)
        {
            lock (_lock) Monitor.Pulse(_lock);
        }
    }

    /// <summary>Runs a range of units in order, and hands what one throws to <see cref="Fail"/>.</summary>
    protected abstract void RunRange(long first, long end);

    /// <summary>Keeps what a unit threw. Ranges are taken in order and run to their first failure, so the lowest is always found.</summary>
    public void Fail(long unit, Exception error)
    {
        lock (_lock)
        {
            if (_failure is not null && unit >= _failedAt) return;
            _failure = ExceptionDispatchInfo.Capture(error);
            _failedAt = unit;
        }
    }

    /// <summary>Throws what was kept.</summary>
    public void ThrowIfFailed()
    {
        if (_failure is null) return;
        var failure = _failure;
        _failure = null;
        failure.Throw();
    }

    // Ranges of 1, 2, 4, 8... until done, or until it has taken long enough; how many units were done.
    private long RunAlone(long start)
    {
        long done = 0;
        for (long size = 1; done < Units && _failure is null; size *= 2)
        {
            long end = Math.Min(Units, done + size);
            RunRange(done, end);
            done = end;
            if (Stopwatch.GetTimestamp() - start > WorthSharing) break;
        }

        return done;
    }

    // Asks for help, and takes part until no range is left; how many units this thread took.
    private long Share(long done, int workers)
    {
        _next = done;
        _workers = workers;
        Volatile.Write(ref _state, Open);
        for (long helpers = Math.Min(workers, Units - done) - 1; helpers > 0; helpers--)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return TakeRanges();
    }

    private void WaitForHelpers()
    {
        Interlocked.And(ref _state, ~Open);
        var spin = default(SpinWait);
        while (Volatile.Read(ref _state) != 0 && !spin.NextSpinWillYield) spin.SpinOnce();
        if (Volatile.Read(ref _state) == 0) return;
        lock (_lock)
        {
            while (Volatile.Read(ref _state) != 0) Monitor.Wait(_lock);
        }
    }

    private long TakeRanges()
    {
        long taken = 0;
        while (Volatile.Read(ref _failure) is null)
        {
            long first = Volatile.Read(ref _next);
            if (first >= Units) break;
            long end = first + Math.Max(1, (Units - first) / (2 * _workers));
            if (Interlocked.CompareExchange(ref _next, end, first) != first) continue;
            RunRange(first, end);
            taken += end - first;
        }

        return taken;
    }
}

/// <summary>What a unit of work took when it was last run.</summary>
internal sealed class WorkEstimate
{
    /// <summary>Ticks of <see cref="Stopwatch"/>; 0 when it was never run.</summary>
    public double TicksPerUnit { get; set; }
}
