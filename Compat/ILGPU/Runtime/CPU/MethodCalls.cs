using System.Reflection;
using ILGPU.Compiler;

namespace ILGPU.Runtime.CPU;

/// <summary>Reads from a method's IL which methods it calls.</summary>
internal static class MethodCalls
{
    /// <summary>The methods that a method calls, or takes the address of, in order.</summary>
    public static IEnumerable<MethodBase> Of(MethodBase method)
    {
        foreach (var instruction in IlReader.Read(method))
        {
            if (instruction.Operand is not MethodBase called) continue;
            yield return called is MethodInfo { DeclaringType.IsInterface: true } member && instruction.Constraint is { } type
                ? Constraints.Implementation(member, type)
                : called;
        }
    }
}
