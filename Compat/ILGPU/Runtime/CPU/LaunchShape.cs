using System.Runtime.CompilerServices;

namespace ILGPU.Runtime.CPU;

/// <summary>The geometry of a launch, checked.</summary>
/// <param name="Kernel">The kernel's name.</param>
/// <param name="Grid">The groups by dimension.</param>
/// <param name="Group">The work-items of a group by dimension.</param>
/// <param name="GroupSize">The work-items of a group. The last group of an implicitly grouped kernel may have fewer.</param>
/// <param name="Items">The work-items of the launch.</param>
/// <param name="DynamicSharedBytes">The dynamic shared memory of a group in bytes.</param>
internal readonly record struct LaunchShape(string Kernel, Index3D Grid, Index3D Group, int GroupSize, long Items, int DynamicSharedBytes)
{
    /// <summary>The geometry of an explicitly grouped launch.</summary>
    public static LaunchShape Of(KernelSource source, Accelerator accelerator, in KernelConfig config)
    {
        if (!config.IsValid) FailEmpty(source.Name, $"{config.GridDim} groups of {config.GroupDim} work-items");
        var most = accelerator.MaxGroupSize;
        if (config.GroupDim.X > most.X || config.GroupDim.Y > most.Y || config.GroupDim.Z > most.Z)
        {
            throw new ArgumentOutOfRangeException(
                nameof(config), $"{source.Name} is launched in groups of {config.GroupDim} work-items; {accelerator.Name} has at most {most}.");
        }

        if (config.GroupDim.LongSize > accelerator.MaxNumThreadsPerGroup)
        {
            throw new NotSupportedException(
                $"{source.Name} is launched in groups of {config.GroupDim.LongSize} work-items; {accelerator.Name} has at most {accelerator.MaxNumThreadsPerGroup}.");
        }

        return new(source.Name, config.GridDim, config.GroupDim, config.GroupDim.Size, config.Size, config.SharedMemoryConfig.ArraySize);
    }

    /// <summary>The geometry of an implicitly grouped launch.</summary>
    public static LaunchShape Of<TIndex>(KernelSource source, int groupSize, in TIndex extent)
        where TIndex : struct, IIndex
    {
        long items = extent.Size;
        if (items <= 0) FailEmpty(source.Name, $"extent {extent}");
        return new(source.Name, new((int)((items + groupSize - 1) / groupSize), 1, 1), new(groupSize, 1, 1), groupSize, items, 0);
    }

    /// <summary>An index in an extent, by its place in the order in which the first dimension runs fastest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Index3D At(in Index3D extent, long place)
    {
        if (extent.Y == 1 && extent.Z == 1) return new((int)place, 0, 0);
        long row = place / extent.X;
        return new((int)(place % extent.X), (int)(row % extent.Y), (int)(row / extent.Y));
    }

    private static void FailEmpty(string kernel, string what) =>
        throw new ArgumentOutOfRangeException(nameof(kernel), $"{kernel} is launched with {what}; a launch needs at least one work-item.");
}
