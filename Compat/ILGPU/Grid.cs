using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>The groups of a launch, and the current work-item's place among all. For kernels.</summary>
public static class Grid
{
    /// <summary>The group's index in the grid, X.</summary>
    public static int IdxX => CPUWorkItem.Current.GridIndex.X;

    /// <summary>The group's index in the grid, Y.</summary>
    public static int IdxY => CPUWorkItem.Current.GridIndex.Y;

    /// <summary>The group's index in the grid, Z.</summary>
    public static int IdxZ => CPUWorkItem.Current.GridIndex.Z;

    /// <summary>The group's index in the grid.</summary>
    public static Index3D Index => CPUWorkItem.Current.GridIndex;

    /// <summary>The groups of the launch, X.</summary>
    public static int DimX => CPUWorkItem.Current.GridDimension.X;

    /// <summary>The groups of the launch, Y.</summary>
    public static int DimY => CPUWorkItem.Current.GridDimension.Y;

    /// <summary>The groups of the launch, Z.</summary>
    public static int DimZ => CPUWorkItem.Current.GridDimension.Z;

    /// <summary>The groups of the launch by dimension.</summary>
    public static Index3D Dimension => CPUWorkItem.Current.GridDimension;

    /// <summary>The group's place in the grid, X running fastest.</summary>
    public static int LinearIndex
    {
        get
        {
            var (x, y, z) = Index;
            var dimension = Dimension;
            return (((z * dimension.Y) + y) * dimension.X) + x;
        }
    }

    /// <summary>The work-item's index among all, by dimension.</summary>
    public static Index3D GlobalIndex => (Index * Group.Dimension) + Group.Index;

    /// <summary>The work-item's place among all: group after group.</summary>
    public static int GlobalLinearIndex => (LinearIndex * Group.Dimension.Size) + Group.LinearIndex;
}
