using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>Conversions of <see cref="Half"/>, which kernels hold as 16 bits: all else of it is written with these.</summary>
internal static class HalfIntrinsics
{
    public static bool TryCall(Compilation compilation, MethodBase method, StackEntry[] arguments, out StackEntry? result)
    {
        result = null;
        if (compilation.ForLanes) return false;
        var from = new IrType(NumberType.UInt16);
        (string function, var type) = method.Name == nameof(HalfConversions.ToSingle)
            ? (MathFunctions.HalfToSingle, IrType.Float32)
            : (MathFunctions.SingleToHalf, from);
        var operand = Intrinsics.Number(compilation, arguments[0], method.GetParameters()[0].ParameterType);
        result = new StackValue(((MethodInfo)method).ReturnType, [compilation.Emitter.Call(function, type, operand)]);
        return true;
    }
}
