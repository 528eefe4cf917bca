using System.Reflection;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>Each construct: printed, compiled, and run beside the same C# method.</summary>
public sealed class ConstructTests : AcceleratorTest
{
    private static readonly int[] Integers = [.. Enumerable.Range(0, 40).Select(i => i * 37 % 101)];

    private static readonly float[] Floats =
        [0f, -0f, 1f, -1.5f, 2.75f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 3e-39f, 0.1f, -7.25f, 1e30f];

    // What a half rounds, can't hold, or holds below its normal numbers.
    internal static readonly float[] Halves =
        [0f, -0f, 1f, -1.5f, 0.1f, float.NaN, float.PositiveInfinity, 65519f, -65520f, 6e-8f, 2.9e-8f, 3e-5f, -7.3e-6f, 1e30f, 2049f, 1e-30f];

    public ConstructTests() => UseCalls();

    public static TheoryData<string> IntegerKernels => Names(typeof(IntegerConstructs));

    public static TheoryData<string> FloatKernels => Names(typeof(FloatConstructs));

    public static TheoryData<string> HalfKernels => Names(typeof(HalfConstructs));

    [ClangTheory]
    [MemberData(nameof(IntegerKernels))]
    public void Integers_come_out_as_in_CSharp(string name) => Compare<int>(typeof(IntegerConstructs), name, Integers);

    [ClangTheory]
    [MemberData(nameof(FloatKernels))]
    public void Floats_come_out_as_in_CSharp(string name) => Compare<float>(typeof(FloatConstructs), name, Floats);

    [ClangTheory]
    [MemberData(nameof(HalfKernels))]
    public void Halves_come_out_as_in_CSharp(string name) => Compare<float>(typeof(HalfConstructs), name, Halves);

    internal static KernelProgram Compile(MethodInfo method, Dialect dialect, params object[] specializedValues)
    {
        bool isImplicit = method.GetParameters() is [var first, ..] && first.ParameterType == typeof(Index1D);
        var source = new KernelSource(method, isImplicit ? KernelGrouping.Implicit : KernelGrouping.Explicit, 0);

        // Beside C#, every operation is rounded by itself.
        return KernelCompiler.Compile(source, specializedValues, dialect, new KernelOptions { FusesMultiplyAdd = false });
    }

    private static TheoryData<string> Names(Type type) => new(type.GetMethods(BindingFlags.Static | BindingFlags.Public).Select(each => each.Name));

    private void Compare<T>(Type type, string name, T[] input)
        where T : unmanaged
    {
        const int Count = 40;
        var method = type.GetMethod(name)!;
        using var native = new NativeKernel(Compile(method, Dialect.OpenCL));
        using var source = Accelerator.Allocate1D(input);
        using var target = Accelerator.Allocate1D<T>(Count);
        var kernel = method.CreateDelegate<Action<Index1D, ArrayView<T>, ArrayView<T>>>();
        Accelerator.LoadAutoGroupedStreamKernel(kernel)(Count, source.View, target.View);
        Accelerator.Synchronize();
        Assert.Equal(target.GetAsArray1D(), native.Run<T, T>(input, Count));
    }
}
