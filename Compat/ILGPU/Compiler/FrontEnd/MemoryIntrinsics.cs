using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>Memory of groups and work-items, and operations on memory that nothing comes between.</summary>
internal static class MemoryIntrinsics
{
    public static bool TryAllocate(Compilation compilation, MethodInfo method, StackEntry[] arguments, out StackEntry? result)
    {
        result = null;
        bool isDynamic = method.Name == nameof(SharedMemory.GetDynamic);
        bool isPlain = method.Name == nameof(SharedMemory.Allocate) && arguments.Length == 1;
        if (!isDynamic && !isPlain) return false;
        var (number, each) = TypeLayout.Element(method.GetGenericArguments()[0]);
        if (isDynamic)
        {
            long bytes = number.Bits / 8 * each;
            var size = compilation.Function.Parameter(FlatParameterKind.DynamicSharedLength);
            var length = compilation.Emitter.Arithmetic(Operation.Divide, IrType.Int64, size, Constant.Of(bytes));
            result = new StackValue(method.ReturnType, [compilation.Dynamic(number.Number), length]);
            return true;
        }

        if (compilation.Load(arguments[0]).Leaves[0].Resolved is not Constant { Bits: > 0 } extent)
        {
            throw new UnsupportedException(
                "memory whose size is not known when the kernel is compiled. Give a constant greater than 0, or a SpecializedValue.");
        }

        var space = method.DeclaringType == typeof(SharedMemory) ? AddressSpace.Shared : AddressSpace.Local;
        var memory = compilation.Allocate(number.Number, space, checked((int)extent.Bits * each));
        result = new StackValue(method.ReturnType, [memory, Constant.Of(extent.Bits)]);
        return true;
    }

    public static StackEntry Atomic(Compilation compilation, MethodInfo method, StackEntry[] arguments)
    {
        if (arguments[0] is not MemoryReference target)
            throw new UnsupportedException("an atomic operation on a variable, which no other work-item sees. Use an element of a view.");
        var parameters = method.GetParameters();
        var values = arguments.Skip(1).Select((argument, i) => Intrinsics.Number(compilation, argument, parameters[i + 1].ParameterType)).ToArray();

        // (target, compared, value) becomes (pointer, index, value, compared).
        Array.Reverse(values);
        var emitter = compilation.Emitter;
        var before = emitter.Add(new(values[0].Type, Operation.Atomic, emitter.Block, [target.Pointer, target.Index, .. values], method.Name));
        return new StackValue(method.ReturnType, [before]);
    }
}
