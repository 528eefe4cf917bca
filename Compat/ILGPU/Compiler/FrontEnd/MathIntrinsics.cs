using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>Mathematical functions, wherever .NET declares them.</summary>
internal static class MathIntrinsics
{
    public static bool TryCall(Compilation compilation, MethodBase method, StackEntry[] arguments, out StackEntry? result)
    {
        result = null;
        if (method is not MethodInfo { ReturnType: var returned } || method.DeclaringType is null) return false;
        if (method.Name == "SinCos" && arguments.Length == 3)
        {
            var angle = Number(compilation, method, arguments, 0);
            compilation.Store(arguments[1], new(returned, [compilation.Emitter.Call("Sin", angle.Type, angle)]));
            compilation.Store(arguments[2], new(returned, [compilation.Emitter.Call("Cos", angle.Type, angle)]));
            return true;
        }

        if (!method.IsStatic || arguments.Length == 0 || arguments.Any(argument => argument is not StackValue)) return false;
        var value = TypeLayout.Number(returned) is { } type ? Call(compilation, method, arguments, type) : null;
        if (value is null) return false;
        result = new StackValue(returned, [value]);
        return true;
    }

    private static Value? Call(Compilation compilation, MethodBase method, StackEntry[] arguments, IrType type)
    {
        var emitter = compilation.Emitter;
        string name = method.Name;
        var parameters = method.GetParameters();
        if (TypeLayout.Number(parameters[0].ParameterType) is not { } operand) return null;
        if (name is "IsNaN" or "IsInfinity" or "IsFinite" && operand.IsFloat)
        {
            var asked = Number(compilation, method, arguments, 0);
            if (name == "IsNaN") return emitter.Compare(Operation.NotEqual, asked, asked);
            var infinity = operand == IrType.Float32 ? Constant.Of(float.PositiveInfinity) : Constant.Of(double.PositiveInfinity);
            return emitter.Compare(name == "IsFinite" ? Operation.Less : Operation.Equal, emitter.Call("Abs", operand, asked), infinity);
        }

        if (operand != type) return null;
        if (name is "RoundToEven" or "RoundAwayFromZero" or "Round") return Round(compilation, method, arguments);
        if (name == "Clamp") return Clamp(compilation, method, arguments);
        bool known = (MathFunctions.Names.Contains(name) || name == "FusedMultiplyAdd") && parameters.All(parameter => parameter.ParameterType == parameters[0].ParameterType);
        if (!known || (name == "Log" && arguments.Length == 2)) return null;
        var operands = Enumerable.Range(0, arguments.Length).Select(i => Number(compilation, method, arguments, i)).ToArray();
        if (name == "FusedMultiplyAdd") return emitter.Arithmetic(Operation.MultiplyAdd, type, operands);
        if (type.IsFloat) return emitter.Call(name, type, operands);

        // Absolute values, minima and maxima of integers: small ones as ints.
        operands = Array.ConvertAll(operands, each => type.Bits < 32 ? emitter.Convert(each, IrType.Int32) : each);
        return emitter.Call(name, operands[0].Type, operands);
    }

    private static Value Round(Compilation compilation, MethodBase method, StackEntry[] arguments)
    {
        var value = Number(compilation, method, arguments, 0);
        bool away = method.Name == "RoundAwayFromZero";
        if (arguments.Length == 2)
        {
            var mode = compilation.Load(arguments[1]).Leaves[0].Resolved as Constant;
            away = mode?.Bits == (int)MidpointRounding.AwayFromZero;
            if (mode is null || (!away && mode.Bits != (int)MidpointRounding.ToEven))
                throw new UnsupportedException("a rounding that is neither ToEven nor AwayFromZero. Use Floor, Ceiling or Truncate.");
        }

        return compilation.Emitter.Call(away ? "RoundAwayFromZero" : "Round", value.Type, value);
    }

    private static Value Clamp(Compilation compilation, MethodBase method, StackEntry[] arguments)
    {
        var value = Number(compilation, method, arguments, 0);
        var least = compilation.Emitter.Call("Min", value.Type, value, Number(compilation, method, arguments, 2));
        return compilation.Emitter.Call("Max", value.Type, least, Number(compilation, method, arguments, 1));
    }

    private static Value Number(Compilation compilation, MethodBase method, StackEntry[] arguments, int index) =>
        Intrinsics.Number(compilation, arguments[index], method.GetParameters()[index].ParameterType);
}
