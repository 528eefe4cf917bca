using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Runtime.CPU;

/// <summary>Reads from a method's IL which methods it calls.</summary>
internal static class MethodCalls
{
    private static readonly OpCode?[] OneByte = new OpCode?[256];
    private static readonly OpCode?[] TwoBytes = new OpCode?[256];

    static MethodCalls()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? OneByte : TwoBytes)[code.Value & 0xFF] = code;
        }
    }

    /// <summary>The methods that a method calls, or takes the address of, in order.</summary>
    public static IEnumerable<MethodBase> Of(MethodBase method)
    {
        byte[] il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type? constraint = null;
        for (int at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? TwoBytes[il[at + 1]] : OneByte[il[at]];
            if (code is not { } known) throw new NotSupportedException($"The IL of {method.DeclaringType}.{method.Name} can't be read at offset {at}.");
            at += known.Size;
            if (known.OperandType == OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(il, at), constraint) is { } called)
                yield return called;
            if (known == OpCodes.Constrained)
                constraint = ResolveType(method, BitConverter.ToInt32(il, at));
            else if (known.OpCodeType != OpCodeType.Prefix)
                constraint = null;
            at += OperandBytes(known, il, at);
        }
    }

    private static int OperandBytes(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    private static MethodBase? Resolve(MethodBase method, int token, Type? constraint)
    {
        var called = method.Module.ResolveMethod(token, TypeArguments(method), MethodArguments(method));
        return called is MethodInfo { DeclaringType.IsInterface: true } member && constraint is not null
            ? Implementation(member, constraint)
            : called;
    }

    private static Type ResolveType(MethodBase method, int token) =>
        method.Module.ResolveType(token, TypeArguments(method), MethodArguments(method));

    // What a call on a type parameter comes to for the type that it stands for, static members too.
    private static MethodInfo Implementation(MethodInfo member, Type type)
    {
        var definition = member.IsGenericMethod ? member.GetGenericMethodDefinition() : member;
        var map = type.GetInterfaceMap(member.DeclaringType!);
        int index = Array.IndexOf(map.InterfaceMethods, definition);
        if (index < 0) return member;
        var target = map.TargetMethods[index];
        return member.IsGenericMethod ? target.MakeGenericMethod(member.GetGenericArguments()) : target;
    }

    private static Type[]? TypeArguments(MethodBase method) =>
        method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;

    private static Type[]? MethodArguments(MethodBase method) => method.IsGenericMethod ? method.GetGenericArguments() : null;
}
