using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>Comparisons of types: known when the kernel is compiled, type arguments being known then.</summary>
internal static class TypeIntrinsics
{
    public static bool TryCall(MethodBase method, StackEntry[] arguments, out StackEntry? result)
    {
        switch (method.Name)
        {
            case nameof(Type.GetTypeFromHandle) when arguments is [TypeEntry]:
                result = arguments[0];
                return true;
            case "op_Equality" or "op_Inequality" when arguments is [TypeEntry first, TypeEntry second]:
                bool isEquality = method.Name == "op_Equality";
                result = new StackValue(typeof(bool), [Constant.Of(first.Type == second.Type == isEquality)]);
                return true;
            case "get_IsValueType" when arguments is [TypeEntry asked]:
                result = new StackValue(typeof(bool), [Constant.Of(asked.Type.IsValueType)]);
                return true;
            default:
                throw new UnsupportedException($"a use of {method.Name} of a type. Kernels can compare types: typeof(T) == typeof(float).");
        }
    }
}
