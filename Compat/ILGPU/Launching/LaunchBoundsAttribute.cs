namespace GpuJazz.Launching;

/// <summary>
/// On a kernel whose work-items want many registers: how many of them there will be. Through CUDA the compiler gives each as many as that
/// leaves, and no more; elsewhere it means nothing.
/// </summary>
/// <param name="items">The most work-items that a group is launched with.</param>
/// <param name="groups">How many such groups a multiprocessor is to have room for.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LaunchBoundsAttribute(int items, int groups) : Attribute
{
    /// <summary>The most work-items of a group.</summary>
    public int Items { get; } = items;

    /// <summary>The groups of a multiprocessor.</summary>
    public int Groups { get; } = groups;
}
