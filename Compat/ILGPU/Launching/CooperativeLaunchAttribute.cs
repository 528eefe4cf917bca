namespace GpuJazz.Launching;

/// <summary>
/// On a kernel whose groups wait for each other, through atomic operations on memory that all see: they must all run at once. CUDA launches it
/// cooperatively, which fails where they don't fit; see <see cref="LaunchRecording.RunsAllGroupsAtOnce"/> for other accelerators.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CooperativeLaunchAttribute : Attribute;
