namespace ILGPU.Compiler.Simd;

/// <summary>What is known of a launch when its kernel is compiled.</summary>
/// <param name="IsImplicit">Whether the launch gives an extent, and groups are as the back end likes.</param>
/// <param name="X">Explicitly grouped: the work-items of a group along X.</param>
/// <param name="Y">Along Y; of an extent, 1 where it has one dimension.</param>
/// <param name="Z">Along Z; of an extent, 1 where it has fewer than three dimensions.</param>
internal readonly record struct GroupGeometry(bool IsImplicit, int X, int Y, int Z)
{
    /// <summary>Whether there is more than one row along X.</summary>
    public bool HasRows => Y != 1 || Z != 1;
}
