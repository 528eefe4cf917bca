using System.Reflection;
using GpuJazz.Launching;

namespace ILGPU.Compiler;

/// <summary>Methods for which a function in CUDA C stands: see <see cref="CudaFunctionAttribute"/>.</summary>
internal static class CudaFunctions
{
    /// <summary>Translates a call if it is of such a method; of a view only the pointer is passed.</summary>
    /// <exception cref="UnsupportedException">The method has a parameter or result that is neither number nor view.</exception>
    public static bool TryCall(Compilation compilation, MethodBase method, StackEntry[] arguments, out StackEntry? result)
    {
        result = null;
        if (method is not MethodInfo { IsStatic: true } info || info.GetCustomAttribute<CudaFunctionAttribute>() is null) return false;
        var parameters = info.GetParameters();
        var operands = arguments.Select((argument, i) => Operand(compilation, info, argument, parameters[i].ParameterType)).ToArray();
        bool isVoid = info.ReturnType == typeof(void);
        var type = isVoid ? IrType.Int32 : TypeLayout.Number(info.ReturnType) ?? throw Refused(info, info.ReturnType);
        var emitter = compilation.Emitter;
        var call = emitter.Add(new(type, Operation.CudaCall, emitter.Block, operands, compilation.Function.NameOf(info)));
        if (!isVoid) result = new StackValue(info.ReturnType, [call]);
        return true;
    }

    private static Value Operand(Compilation compilation, MethodInfo method, StackEntry argument, Type type)
    {
        if (TypeLayout.IsView(type)) return compilation.Load(argument).Leaves[0].Resolved;
        return TypeLayout.Number(type) is null ? throw Refused(method, type) : Intrinsics.Number(compilation, argument, type);
    }

    private static UnsupportedException Refused(MethodInfo method, Type type) =>
        new($"a call of {Compilation.NameOf(method)}, a function in CUDA C, with a {type.Name}. Such functions have numbers and views.");
}
