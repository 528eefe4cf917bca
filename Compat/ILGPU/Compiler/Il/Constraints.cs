using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>What a call on a type parameter comes to for the type that it stands for, static members too.</summary>
internal static class Constraints
{
    /// <summary>The method of the type; the member itself where the type has none.</summary>
    public static MethodInfo Implementation(MethodInfo member, Type type)
    {
        if (!member.DeclaringType!.IsInterface)
        {
            var parameters = Array.ConvertAll(member.GetParameters(), parameter => parameter.ParameterType);
            return type.GetMethod(member.Name, parameters) ?? member;
        }

        var definition = member.IsGenericMethod ? member.GetGenericMethodDefinition() : member;
        var map = type.GetInterfaceMap(member.DeclaringType);
        int index = Array.IndexOf(map.InterfaceMethods, definition);
        if (index < 0) return member;
        var target = map.TargetMethods[index];
        return member.IsGenericMethod ? target.MakeGenericMethod(member.GetGenericArguments()) : target;
    }
}
