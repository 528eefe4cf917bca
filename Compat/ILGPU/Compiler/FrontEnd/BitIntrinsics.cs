using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>The bits of numbers as other numbers.</summary>
internal static class BitIntrinsics
{
    public static bool TryCall(Compilation compilation, MethodInfo method, StackEntry[] arguments, out StackEntry? result)
    {
        result = null;
        if (method.Name == nameof(Interop.SizeOf))
        {
            var (number, count) = TypeLayout.Element(method.GetGenericArguments()[0]);
            result = new StackValue(typeof(int), [Constant.Of(number.Bits / 8 * count)]);
            return true;
        }

        bool isBits = method.Name is nameof(Interop.FloatAsInt) or nameof(Interop.IntAsFloat) || method.Name.Contains("Bits", StringComparison.Ordinal);
        if (!isBits || arguments.Length != 1 || TypeLayout.Number(method.ReturnType) is not { } type) return false;
        var value = Intrinsics.Number(compilation, arguments[0], method.GetParameters()[0].ParameterType);
        if (value.Type.Bits != type.Bits || value.Type.Bits < 32) return false;
        result = new StackValue(method.ReturnType, [compilation.Emitter.Arithmetic(Operation.Reinterpret, type, value)]);
        return true;
    }
}
