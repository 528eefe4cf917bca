using System.Reflection;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GpuJazz.Tests.ILGPU.Compiler.Passes;

/// <summary>Kernels of pass tests: as graphs, and as text that is run beside the method.</summary>
internal static class PassKernels
{
    /// <summary>The graph that back ends begin with.</summary>
    public static Function Lower(Type type, string kernel, KernelGrouping grouping = KernelGrouping.Implicit) =>
        KernelCompiler.Lower(Source(type, kernel, grouping), [], new());

    /// <summary>The text.</summary>
    public static KernelProgram Compile(
        Type type,
        string kernel,
        Dialect dialect = Dialect.OpenCL,
        KernelOptions? options = null,
        KernelGrouping grouping = KernelGrouping.Implicit) =>
        KernelCompiler.Compile(Source(type, kernel, grouping), [], dialect, options ?? new());

    /// <summary>The text of a graph.</summary>
    public static KernelProgram Print(Type type, string kernel, Function function) =>
        SourcePrinter.Print(Source(type, kernel), function, Dialect.OpenCL);

    /// <summary>How many instructions of a graph do something.</summary>
    public static int Count(Function function, Operation operation) =>
        function.Blocks.Sum(block => block.Instructions.Count(each => each.Operation == operation));

    /// <summary>Runs the text as C, and the method: the results must have the same bits.</summary>
    public static void Compare<T>(Type type, string kernel, T[] input)
        where T : unmanaged => Compare(type, kernel, input, Compile(type, kernel));

    /// <summary>Runs a text of the kernel as C, the method as it is, and the method compiled for the CPU: the results must have the same bits.</summary>
    public static void Compare<T>(Type type, string kernel, T[] input, KernelProgram program)
        where T : unmanaged
    {
        using var native = new NativeKernel(program);
        var expected = Run(type, kernel, input, isCalled: true);
        Assert.Equal(expected, native.Run<T, T>(input, input.Length));
        Assert.Equal(expected, Run(type, kernel, input, isCalled: false));
    }

    private static T[] Run<T>(Type type, string kernel, T[] input, bool isCalled)
        where T : unmanaged
    {
        using var context = Context.Create(builder => builder.CPU());
        context.KernelOptions = new() { FusesMultiplyAdd = false };
        using var accelerator = new CPUAccelerator(context, CPUDevice.Nvidia, CPUAcceleratorMode.Sequential)
        {
            CallsKernels = isCalled,
            RunsWhatIsRefused = false,
        };
        using var source = accelerator.Allocate1D(input);
        using var target = accelerator.Allocate1D<T>(input.Length);
        var method = Method(type, kernel).CreateDelegate<Action<Index1D, ArrayView<T>, ArrayView<T>>>();
        accelerator.LoadAutoGroupedStreamKernel(method)(input.Length, source.View, target.View);
        accelerator.Synchronize();
        return target.GetAsArray1D();
    }

    private static KernelSource Source(Type type, string kernel, KernelGrouping grouping = KernelGrouping.Implicit) =>
        new(Method(type, kernel), grouping, 0);

    private static MethodInfo Method(Type type, string kernel) =>
        type.GetMethod(kernel, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
}
