using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Compiler;

/// <summary>Reads the IL of a method, with its tokens resolved for the type arguments that it has.</summary>
internal static class IlReader
{
    private static readonly OpCode?[] OneByte = new OpCode?[256];
    private static readonly OpCode?[] TwoBytes = new OpCode?[256];

    static IlReader()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? OneByte : TwoBytes)[code.Value & 0xFF] = code;
        }
    }

    /// <summary>All instructions in order; prefixes are left out, but for the type of <c>constrained.</c>.</summary>
    public static List<IlInstruction> Read(MethodBase method)
    {
        byte[] il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var list = new List<IlInstruction>();
        Type? constraint = null;
        int start = 0;
        for (int at = 0; at < il.Length;)
        {
            var code = (il[at] == 0xFE ? TwoBytes[il[at + 1]] : OneByte[il[at]])
                ?? throw new NotSupportedException($"The IL of {method.DeclaringType}.{method.Name} can't be read at offset {at}.");
            int operandAt = at + code.Size;
            at = operandAt + OperandBytes(code, il, operandAt);
            object? operand = Operand(method, code, il, operandAt, at);
            if (code == OpCodes.Constrained)
            {
                constraint = (Type)operand!;
            }
            else if (code.OpCodeType != OpCodeType.Prefix)
            {
                list.Add(new(start, at, code, operand, constraint));
                constraint = null;
                start = at;
            }
        }

        return list;
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

    private static object? Operand(MethodBase method, OpCode code, byte[] il, int at, int next) => code.OperandType switch
    {
        OperandType.InlineNone => null,
        OperandType.ShortInlineBrTarget => next + (sbyte)il[at],
        OperandType.InlineBrTarget => next + BitConverter.ToInt32(il, at),
        OperandType.InlineSwitch => Switch(il, at, next),
        OperandType.ShortInlineI => (int)(sbyte)il[at],
        OperandType.ShortInlineVar => (int)il[at],
        OperandType.InlineVar => (int)BitConverter.ToUInt16(il, at),
        OperandType.InlineI => BitConverter.ToInt32(il, at),
        OperandType.InlineI8 => BitConverter.ToInt64(il, at),
        OperandType.ShortInlineR => BitConverter.ToSingle(il, at),
        OperandType.InlineR => BitConverter.ToDouble(il, at),
        OperandType.InlineString => method.Module.ResolveString(BitConverter.ToInt32(il, at)),
        OperandType.InlineSig => null,
        _ => method.Module.ResolveMember(BitConverter.ToInt32(il, at), TypeArguments(method), MethodArguments(method)),
    };

    private static int[] Switch(byte[] il, int at, int next)
    {
        int[] targets = new int[BitConverter.ToInt32(il, at)];
        for (int i = 0; i < targets.Length; i++) targets[i] = next + BitConverter.ToInt32(il, at + 4 + (4 * i));
        return targets;
    }

    private static Type[]? TypeArguments(MethodBase method) =>
        method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;

    private static Type[]? MethodArguments(MethodBase method) => method.IsGenericMethod ? method.GetGenericArguments() : null;
}
