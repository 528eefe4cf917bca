using System.Reflection;
using GpuJazz.Kernels;
using GpuJazz.Tests.ILGPU.Compiler;
using ILGPU.Compiler;
namespace GpuJazz.Tests;
public class DumpTemp
{
    [Fact]
    public void Dump()
    {
        var method = typeof(MatrixProduct).Assembly.GetType("GpuJazz.Kernels.TensorProduct")!.GetMethod("Kernel", BindingFlags.Static | BindingFlags.NonPublic)!;
        foreach (var p in new[] { Precision.Tf32, Precision.Bf16 })
            foreach (var o in new[] { ProductOptions.IsAligned, ProductOptions.IsAligned | ProductOptions.LeftIsTransposed | ProductOptions.Accumulates, ProductOptions.None })
                File.WriteAllText($"/tmp/cu/tensor-{p}-{(int)o}.cu", ConstructTests.Compile(method, Dialect.Cuda, o, p).Source);
    }
}
