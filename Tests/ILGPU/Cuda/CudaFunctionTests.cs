using System.Reflection;
using GpuJazz.Launching;
using GpuJazz.Tests.ILGPU.Compiler;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime.CPU;

namespace GpuJazz.Tests.ILGPU.Cuda;

/// <summary>Functions in CUDA C, and the units that they lead to.</summary>
public sealed class CudaFunctionTests : CudaTest
{
    [Fact]
    public void Only_CUDA_has_the_function_and_all_others_the_method()
    {
        string cuda = Compile(nameof(Calls), Dialect.Cuda), opencl = Compile(nameof(Calls), Dialect.OpenCL);
        Assert.Contains(
            "static __device__ __forceinline__ float CudaFunctionTests_Twice(float* values, int place)\n{\n    float x = values[place];\n    return x + x;\n}",
            cuda, StringComparison.Ordinal);
        Assert.Contains(" = CudaFunctionTests_Twice(", cuda, StringComparison.Ordinal);
        Assert.Contains("    CudaFunctionTests_Twice_2();\n", cuda, StringComparison.Ordinal);
        Assert.DoesNotContain("Twice", opencl, StringComparison.Ordinal);
        Assert.Contains("* 2", opencl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_of_a_struct_is_refused()
    {
        var refused = Assert.Throws<KernelCompilationException>(() => Compile(nameof(CallsOfStruct), Dialect.Cuda));
        Assert.EndsWith(
            "a call of CudaFunctionTests.First, a function in CUDA C, with a Index2D. Such functions have numbers and views.",
            refused.Message, StringComparison.Ordinal);
    }

    [StandInFact]
    public void Tensor_cores_begin_with_compute_capability_8_in_chip_and_compiler()
    {
        Assert.True(Accelerator.HasTensorCores());
        using var context = global::ILGPU.Context.Create(builder => builder.CPU());
        using var plain = new CPUAccelerator(context, CPUDevice.Default, CPUAcceleratorMode.Auto);
        Assert.False(plain.HasTensorCores());
    }

    private static string Compile(string kernel, Dialect dialect) =>
        ConstructTests.Compile(typeof(CudaFunctionTests).GetMethod(kernel, BindingFlags.Static | BindingFlags.NonPublic)!, dialect).Source;

    private static void Calls(Index1D index, ArrayView<float> values)
    {
        values[index] = Twice(values, index.X);
        Twice();
    }

    [CudaFunction("float x = values[place];\nreturn x + x;")]
    private static float Twice(ArrayView<float> values, int place) => values[place] * 2f;

    [CudaFunction("")]
    private static void Twice()
    {
        // Only the name counts.
    }

    private static void CallsOfStruct(Index1D index, ArrayView<int> values) => values[index] = First(new Index2D(index, 2));

    [CudaFunction("return 0;")]
    private static int First(Index2D place) => place.X;
}
