using ILGPU.Compiler.Simd;

namespace GpuJazz.Launching;

/// <summary>Makes the kernel compiler of the CPU ready before the first kernel needs it. The package has no such thing.</summary>
public static class KernelWarmUp
{
    /// <summary>Begins on another thread, once in a process: worth while there is something else to do, such as reading input.</summary>
    /// <returns>When it is ready; nobody needs to wait for it.</returns>
    public static Task Begin() => WarmUp.Begin();
}
