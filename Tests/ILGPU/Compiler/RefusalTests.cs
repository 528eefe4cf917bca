using System.Reflection;
using ILGPU;
using ILGPU.Compiler;
using ILGPU.Compiler.Simd;
using ILGPU.Runtime;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>What can't be compiled is refused: where it stands, why, and what to write instead.</summary>
public sealed class RefusalTests
{
    private static int _counter;

    [Theory]
    [InlineData(nameof(Recursion), "RefusalTests.Factorial, IL offset *: a call of RefusalTests.Factorial, which is being called. Kernels can't recurse; write a loop.")]
    [InlineData(nameof(Exceptions), "RefusalTests.Exceptions, IL offset *: a new InvalidOperationException, an object. Use a struct.")]
    [InlineData(nameof(Arrays), "RefusalTests.Arrays, IL offset *: the instruction newarr, an array. Use LocalMemory.Allocate or a view.")]
    [InlineData(nameof(Statics), "RefusalTests.Statics, IL offset *: the static field _counter, which may change. Make it readonly, or pass it as an argument.")]
    [InlineData(nameof(Checked), "RefusalTests.Checked, IL offset *: the instruction add.ovf, checked arithmetic. Kernels can't throw: write unchecked, and check on the host.")]
    [InlineData(nameof(UnknownSize), "RefusalTests.UnknownSize, IL offset *: memory whose size is not known when the kernel is compiled. Give a constant greater than 0, or a SpecializedValue.")]
    [InlineData(nameof(Strings), "RefusalTests.Strings, IL offset *: the instruction ldstr, a string. Kernels have no objects.")]
    [InlineData(nameof(Objects), "RefusalTests.Objects, IL offset *: a new Version, an object. Use a struct.")]
    [InlineData(nameof(Handlers), "RefusalTests.Handlers, IL offset *: a block that handles exceptions. Kernels have none: leave out try, using, lock and foreach over objects, and test instead.")]
    [InlineData(nameof(HandlersInside), "RefusalTests.Guarded, IL offset *: a block that handles exceptions. Kernels have none: leave out try, using, lock and foreach over objects, and test instead.")]
    [InlineData(nameof(Lambdas), "RefusalTests.Lambdas, IL offset *: a method or lambda as a value. Call a static method, or a static abstract one of a type parameter.")]
    [InlineData(nameof(Delegates), "RefusalTests.Delegates, IL offset *: the instruction ldnull, an object or a delegate of none. Call static methods, and use numbers, views and structs of these.")]
    [InlineData(nameof(Boxing), "RefusalTests.Boxing, IL offset *: the instruction box, which makes or tests an object. Use a type parameter.")]
    [InlineData(nameof(Interfaces), "RefusalTests.Interfaces, IL offset *: the instruction box, which makes or tests an object. Use a type parameter.")]
    [InlineData(nameof(VirtualCalls), "RefusalTests.VirtualCalls, IL offset *: the static field Shared, an object. Pass a view or numbers as arguments.")]
    [InlineData(nameof(StackMemory), "RefusalTests.StackMemory, IL offset *: the instruction localloc, memory of the stack. Use LocalMemory.Allocate.")]
    [InlineData(nameof(Pointers), "RefusalTests.Pointers, IL offset *: arithmetic on what is no number. References, pointers and structs have none: use elements of views, and ref parameters.")]
    public void A_kernel_is_refused(string kernel, string reason)
    {
        var method = typeof(RefusalTests).GetMethod(kernel, BindingFlags.Static | BindingFlags.NonPublic)!;
        var refused = Assert.Throws<KernelCompilationException>(() => ConstructTests.Compile(method, Dialect.OpenCL));
        string message = System.Text.RegularExpressions.Regex.Replace(refused.Message, "IL offset [0-9]+", "IL offset *");
        Assert.Equal($"Kernel RefusalTests.{kernel} can't be compiled: {reason}", message);
    }

    [Theory]
    [InlineData(Dialect.OpenCL)]
    [InlineData(Dialect.Cuda)]
    internal void A_barrier_that_not_all_come_to_is_refused(Dialect dialect)
    {
        var method = typeof(RefusalTests).GetMethod(nameof(HalfMeet), BindingFlags.Static | BindingFlags.NonPublic)!;
        var refused = Assert.Throws<KernelCompilationException>(() => ConstructTests.Compile(method, dialect));
        Assert.StartsWith(
            "Kernel RefusalTests.HalfMeet can't be compiled: a barrier stands where not all work-items of a group come", refused.Message, StringComparison.Ordinal);
        var source = new KernelSource(method, KernelGrouping.Explicit, 0);
        Assert.Throws<KernelCompilationException>(() => SimdCompiler.Compile(source, [], new(false, 8, 1, 1), LaneMachine.Best, new()));
    }

    private static void HalfMeet(ArrayView<int> output)
    {
        if (Group.IdxX < 3) Group.Barrier();
        output[Group.IdxX] = 1;
    }

    private static void Recursion(Index1D index, ArrayView<int> output) => output[index] = Factorial(index);

    private static void Exceptions(Index1D index, ArrayView<int> output)
    {
        if (index.X > 3) throw new InvalidOperationException();
        output[index] = 1;
    }

    private static void Arrays(Index1D index, ArrayView<int> output)
    {
        int[] values = new int[4];
        values[index] = 2;
        output[index] = values[0];
    }

    private static void Statics(Index1D index, ArrayView<int> output) => output[index] = _counter++;

    private static void Checked(Index1D index, ArrayView<int> output) => output[index] = checked(output[index] + 1);

    private static void UnknownSize(Index1D index, ArrayView<int> output) => output[index] = LocalMemory.Allocate<int>(index.X)[0];

    private static void Strings(Index1D index, ArrayView<int> output) => output[index] = "text".Length;

    private static readonly Version Shared = new(1, 2);

    private static void Objects(Index1D index, ArrayView<int> output) => output[index] = new Version(index.X, 2).Major;

    private static void Handlers(Index1D index, ArrayView<int> output)
    {
        output[index] = 1;
        try
        {
            output[index] = 7 / output[index];
        }
        catch (DivideByZeroException)
        {
            output[index] = 0;
        }
    }

    private static void HandlersInside(Index1D index, ArrayView<int> output) => output[index] = Guarded(index);

    private static void Lambdas(Index1D index, ArrayView<int> output)
    {
        Func<int, int> twice = value => 2 * value;
        output[index] = twice(index);
    }

    private static void Delegates(Index1D index, ArrayView<int> output) => output[index] = new Func<int, int>(Factorial)(3);

    private static void Boxing(Index1D index, ArrayView<int> output)
    {
        object boxed = index.X;
        output[index] = (int)boxed;
    }

    private static void Interfaces(Index1D index, ArrayView<int> output) => output[index] = ((IComparable<int>)index.X).CompareTo(4);

    private static void VirtualCalls(Index1D index, ArrayView<int> output) => output[index] = Shared.GetHashCode();

    private static void StackMemory(Index1D index, ArrayView<int> output)
    {
        Span<int> values = stackalloc int[4];
        output[index] = values[1];
    }

    private static unsafe void Pointers(Index1D index, ArrayView<int> output)
    {
        int value = index;
        int* pointer = &value;
        output[index] = *pointer;
    }

    private static int Guarded(int value)
    {
        try
        {
            return 7 / value;
        }
        finally
        {
            Math.Abs(value);
        }
    }

    private static int Factorial(int value) => value < 2 ? 1 : value * Factorial(value - 1);
}
