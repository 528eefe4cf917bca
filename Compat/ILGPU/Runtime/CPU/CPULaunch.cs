using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ILGPU.Runtime.CPU;

/// <summary>A launch whose work-items can be run one by one, in any order.</summary>
internal abstract class CPULaunch : RangeJob
{
    /// <summary>The geometry.</summary>
    public LaunchShape Shape { get; protected set; }

    /// <summary>Calls the kernel for the current work-item.</summary>
    public abstract void CallItem(long item);
}

/// <summary>A launch of a kernel with its arguments. Kept and used again for the kernel's next launch.</summary>
internal sealed class CPULaunch<TIndex, TArguments>(Delegate kernel) : CPULaunch
    where TIndex : struct, IIndex
    where TArguments : struct, IKernelArguments
{
    private TIndex _extent;
    private TArguments _arguments;
    private int _unit;

    /// <summary>Sets what is launched.</summary>
    /// <param name="shape">The geometry.</param>
    /// <param name="extent">The extent of an implicitly grouped kernel.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="wholeGroups">Whether all work-items of a group must run on one thread, because they share memory.</param>
    public void Prepare(in LaunchShape shape, in TIndex extent, in TArguments arguments, bool wholeGroups)
    {
        Shape = shape;
        _extent = extent;
        _arguments = arguments;
        _unit = wholeGroups ? shape.GroupSize : 1;
        Units = shape.Items / _unit;
    }

    /// <summary>Lets go of the arguments.</summary>
    public void Clear() => _arguments = default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override void CallItem(long item)
    {
        if (typeof(TIndex) == typeof(KernelConfig))
            _arguments.Call(kernel);
        else
            _arguments.Call(kernel, IndexOf(item));
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a work-item throws is thrown again at the launch.")]
    protected override void RunRange(long first, long end)
    {
        var shape = Shape;
        long item = first * _unit;
        long last = end * _unit;
        var current = CPUWorkItem.Enter(shape, null);
        try
        {
            while (item < last)
            {
                long group = item / shape.GroupSize;
                long groupStart = group * shape.GroupSize;
                current.StartGroup(group);
                int stop = (int)Math.Min(shape.GroupSize, last - groupStart);
                for (int inGroup = (int)(item - groupStart); inGroup < stop; inGroup++)
                {
                    current.StartItem(inGroup);
                    CallItem(item);
                    item++;
                }
            }
        }
        catch (Exception error)
        {
            Fail(item, error);
        }
        finally
        {
            current.Leave();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TIndex IndexOf(long item)
    {
        if (typeof(TIndex) == typeof(Index1D)) return Unsafe.BitCast<Index1D, TIndex>(new((int)item));
        if (typeof(TIndex) == typeof(Index2D))
        {
            int width = Unsafe.BitCast<TIndex, Index2D>(_extent).X;
            return Unsafe.BitCast<Index2D, TIndex>(new((int)(item % width), (int)(item / width)));
        }

        return Unsafe.BitCast<Index3D, TIndex>(LaunchShape.At(Unsafe.BitCast<TIndex, Index3D>(_extent), item));
    }
}
