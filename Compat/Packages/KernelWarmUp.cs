namespace GpuJazz.Launching;

/// <summary>Makes a kernel compiler ready before the first kernel needs it: the package's begins when it is needed.</summary>
public static class KernelWarmUp
{
    /// <summary>Does nothing.</summary>
    /// <returns>A task that is done.</returns>
    public static Task Begin() => Task.CompletedTask;
}
