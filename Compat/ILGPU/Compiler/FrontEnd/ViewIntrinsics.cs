using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>Members of views: a view is a pointer and a length.</summary>
internal static class ViewIntrinsics
{
    public static StackEntry Call(Compilation compilation, MethodBase method, StackEntry[] arguments)
    {
        var emitter = compilation.Emitter;
        var view = compilation.Load(arguments[0]);
        var pointer = view.Leaves[0].Resolved;
        var length = view.Leaves[1].Resolved;
        var returned = (method as MethodInfo)?.ReturnType ?? typeof(void);
        switch (method.Name)
        {
            case "get_Item":
                return new MemoryReference(Element(method), pointer, Scaled(compilation, method, arguments[1], 0));
            case "get_Length" or "get_Extent":
                return new StackValue(returned, [length]);
            case "get_IntLength" or "get_IntExtent":
                return new StackValue(returned, [emitter.Convert(length, IrType.Int32)]);
            case "get_LengthInBytes":
                var (number, count) = TypeLayout.Element(Element(method));
                return new StackValue(returned, [emitter.Arithmetic(Operation.Multiply, IrType.Int64, length, Constant.Of((long)number.Bits / 8 * count))]);
            case "get_IsValid":
                return new StackValue(returned, [emitter.Compare(Operation.Greater, length, Constant.Of(0L))]);
            case "SubView":
                var start = Intrinsics.Number(compilation, arguments[1], method.GetParameters()[0].ParameterType);
                var rest = arguments.Length > 2
                    ? emitter.Convert(Intrinsics.Number(compilation, arguments[2], method.GetParameters()[1].ParameterType), IrType.Int64)
                    : emitter.Arithmetic(Operation.Subtract, IrType.Int64, length, emitter.Convert(start, IrType.Int64));
                return new StackValue(returned, [emitter.Offset(pointer, Scaled(compilation, method, arguments[1], 0)), rest]);
            case "op_Implicit":
                return new StackValue(returned, [pointer, length]);
            default:
                throw new UnsupportedException($"a use of {method.Name} of a view. Kernels have its indexers, lengths and SubView.");
        }
    }

    private static Type Element(MethodBase method) => method.DeclaringType!.GetGenericArguments()[0];

    // An index of elements as an index of the numbers that they are made of.
    private static Value Scaled(Compilation compilation, MethodBase method, StackEntry argument, int parameter)
    {
        var index = Intrinsics.Number(compilation, argument, method.GetParameters()[parameter].ParameterType);
        int count = TypeLayout.Element(Element(method)).Count;
        if (count == 1) return index;
        index = compilation.Emitter.Convert(index, IrType.Int64);
        return compilation.Emitter.Arithmetic(Operation.Multiply, IrType.Int64, index, Constant.Of((long)count));
    }
}
