namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms.Plain;

/// <summary>The place of a work-item in its group.</summary>
public static class Group
{
    public static int IdxX => PlainGroup.Current.Item % DimX;

    public static int IdxY => PlainGroup.Current.Item / DimX;

    public static int DimX => PlainGroup.Current.Size.X;

    public static int DimY => PlainGroup.Current.Size.Y;

    public static int LinearIndex => PlainGroup.Current.Item;

    public static bool IsFirstThread => LinearIndex == 0;
}

/// <summary>The place of a group in the grid.</summary>
public static class Grid
{
    public static int IdxX => PlainGroup.Current.GridIndex;

    public static int DimX => PlainGroup.Current.GridSize;

    public static int GlobalLinearIndex => (IdxX * Group.DimX * Group.DimY) + Group.LinearIndex;
}
