using ILGPU;
using ILGPU.Runtime.CPU;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>Kernels without barriers as what they are: methods, called for one work-item after the other.</summary>
internal static class DirectCalls
{
    /// <summary>Calls a method for each index.</summary>
    public static void Run(int count, Action<Index1D> kernel)
    {
        var shape = new LaunchShape(nameof(DirectCalls), new(count, 1, 1), new(1, 1, 1), 1, count, 0);
        var item = CPUWorkItem.Enter(shape, null);
        try
        {
            for (int i = 0; i < count; i++)
            {
                item.StartGroup(i);
                item.StartItem(0);
                kernel(i);
            }
        }
        finally
        {
            item.Leave();
        }
    }
}
