using System.Diagnostics.CodeAnalysis;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// Runs a launch whose work-items meet at barriers: a thread for each work-item of a group, the groups one after the other.
/// Right, not fast.
/// </summary>
internal sealed class BarrierTeam : IDisposable
{
    private const int StackBytes = 256 * 1024;

    private readonly CPULaunch _launch;
    private readonly LaunchShape _shape;
    private readonly Barrier _inGroup;
    private readonly Barrier _betweenGroups;
    private long _group;
    private int _votes;
    private int _voters;
    private volatile bool _stopped;
    private bool _ended;

    private BarrierTeam(CPULaunch launch)
    {
        _launch = launch;
        _shape = launch.Shape;
        _inGroup = new(_shape.GroupSize);
        _betweenGroups = new(_shape.GroupSize, _ => StartNextGroup());
        Memory.StartGroup(_shape.DynamicSharedBytes);
    }

    /// <summary>The group's shared memory.</summary>
    public GroupMemory Memory { get; } = new();

    /// <summary>Runs the launch and returns when it is done. Throws what a work-item threw.</summary>
    public static void Run(CPULaunch launch)
    {
        using var team = new BarrierTeam(launch);
        var threads = new Thread[team._shape.GroupSize];
        for (int i = 0; i < threads.Length; i++)
        {
            int inGroup = i;
            threads[i] = new(() => team.RunItems(inGroup), StackBytes) { IsBackground = true, Name = "Work-item" };
            threads[i].Start();
        }

        foreach (var thread in threads) thread.Join();
        launch.ThrowIfFailed();
    }

    /// <summary>Waits until each work-item of the group that has not ended is here.</summary>
    public void Wait()
    {
        _inGroup.SignalAndWait();
        if (_stopped) throw new StoppedException();
    }

    /// <summary>Waits, and counts the work-items that say yes, and all that are here.</summary>
    public (int Yes, int All) Vote(bool yes)
    {
        Interlocked.Increment(ref _voters);
        if (yes) Interlocked.Increment(ref _votes);
        Wait();
        var result = (_votes, _voters);
        Wait();
        _votes = 0;
        _voters = 0;
        Wait();
        return result;
    }

    public void Dispose()
    {
        _inGroup.Dispose();
        _betweenGroups.Dispose();
        Memory.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a work-item throws is thrown again at the launch.")]
    private void RunItems(int inGroup)
    {
        using var current = CPUWorkItem.Enter(_shape, this);
        do
        {
            long item = (_group * _shape.GroupSize) + inGroup;
            current.StartGroup(_group);
            current.StartItem(inGroup);
            try
            {
                _launch.CallItem(item);
            }
            catch (StoppedException)
            {
                // Another work-item failed; this one has nothing left to wait for.
            }
            catch (Exception error)
            {
                _launch.Fail(item, error);
                _stopped = true;
            }

            // Those that still wait must not wait for this one.
            _inGroup.RemoveParticipant();
            _betweenGroups.SignalAndWait();
        }
        while (!_ended);

        current.Leave();
    }

    private void StartNextGroup()
    {
        // Decided once for all threads: one that is late must still find its place taken in the group that failed.
        _group++;
        _ended = _stopped || _group == _shape.Items / _shape.GroupSize;
        _inGroup.AddParticipants(_shape.GroupSize);
        Memory.StartGroup(_shape.DynamicSharedBytes);
    }

    /// <summary>Ends a work-item whose group has failed.</summary>
    [SuppressMessage("Design", "CA1064", Justification = "It never leaves this class.")]
    private sealed class StoppedException : Exception;
}
