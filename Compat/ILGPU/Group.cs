using System.Runtime.CompilerServices;
using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>The current work-item's group: its place in it, and meetings with the others. For kernels.</summary>
public static class Group
{
    /// <summary>The work-item's index in its group, X.</summary>
    public static int IdxX => CPUWorkItem.Current.GroupIndex.X;

    /// <summary>The work-item's index in its group, Y.</summary>
    public static int IdxY => CPUWorkItem.Current.GroupIndex.Y;

    /// <summary>The work-item's index in its group, Z.</summary>
    public static int IdxZ => CPUWorkItem.Current.GroupIndex.Z;

    /// <summary>The work-item's index in its group.</summary>
    public static Index3D Index => CPUWorkItem.Current.GroupIndex;

    /// <summary>The work-items of a group, X.</summary>
    public static int DimX => CPUWorkItem.Current.GroupDimension.X;

    /// <summary>The work-items of a group, Y.</summary>
    public static int DimY => CPUWorkItem.Current.GroupDimension.Y;

    /// <summary>The work-items of a group, Z.</summary>
    public static int DimZ => CPUWorkItem.Current.GroupDimension.Z;

    /// <summary>The work-items of a group by dimension.</summary>
    public static Index3D Dimension => CPUWorkItem.Current.GroupDimension;

    /// <summary>The work-item's place in its group, X running fastest.</summary>
    public static int LinearIndex
    {
        get
        {
            var (x, y, z) = Index;
            var dimension = Dimension;
            return (((z * dimension.Y) + y) * dimension.X) + x;
        }
    }

    /// <summary>Whether this is the group's first work-item.</summary>
    public static bool IsFirstThread => LinearIndex == 0;

    /// <summary>Whether this is the group's last work-item.</summary>
    public static bool IsLastThread => LinearIndex == Dimension.Size - 1;

    /// <summary>Waits until all work-items of the group are here; what they wrote before is seen by all after.</summary>
    public static void Barrier() => CPUWorkItem.Current.Team?.Wait();

    /// <summary>Waits, and counts the work-items whose predicate is true.</summary>
    public static int BarrierPopCount(bool predicate) => Vote(predicate).Yes;

    /// <summary>Waits; whether the predicate is true for all.</summary>
    public static bool BarrierAnd(bool predicate) => Vote(predicate) is var (yes, all) && yes == all;

    /// <summary>Waits; whether the predicate is true for any.</summary>
    public static bool BarrierOr(bool predicate) => Vote(predicate).Yes > 0;

    /// <summary>Waits; the value of one work-item.</summary>
    /// <param name="value">The value; that of the chosen work-item counts.</param>
    /// <param name="groupIndex">The place of the chosen work-item in the group.</param>
    public static T Broadcast<T>(T value, int groupIndex)
        where T : unmanaged
    {
        if (CPUWorkItem.Current.Team is not { } team) return value;
        var shared = CPUWorkItem.Current.AllocateShared<T>(1);
        if (LinearIndex == groupIndex) shared[0] = value;
        team.Wait();
        var result = shared[0];
        team.Wait();
        return result;
    }

    // Without a team the group is this work-item alone.
    private static (int Yes, int All) Vote(bool predicate) =>
        CPUWorkItem.Current.Team is { } team ? team.Vote(predicate) : (Unsafe.BitCast<bool, byte>(predicate), 1);
}
