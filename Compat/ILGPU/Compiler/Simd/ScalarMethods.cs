using System.Reflection;
using ILGPU.Algorithms;

namespace ILGPU.Compiler.Simd;

/// <summary>The .NET methods that operations on single numbers call.</summary>
internal static class ScalarMethods
{
    public static MethodInfo Fence { get; } = typeof(Interlocked).GetMethod(nameof(Interlocked.MemoryBarrier))!;

    /// <summary>A mathematical function.</summary>
    public static MethodInfo Function(string name, IrType type)
    {
        var number = NumberOf(type.Number);
        foreach (var owner in new[] { typeof(ScalarFunctions), typeof(XMath), number == typeof(float) ? typeof(MathF) : typeof(Math) })
        {
            foreach (var method in owner.GetMethods(BindingFlags.Public | BindingFlags.Static))
            {
                bool fits = method.Name == name && !method.IsGenericMethod && method.ReturnType == number
                    && Array.TrueForAll(method.GetParameters(), each => each.ParameterType == number);
                if (fits && (name != "Log" || method.GetParameters().Length == 1)) return method;
            }
        }

        throw new NotSupportedException($"the function {name} of {type.Number}");
    }

    /// <summary>The same bits as another type.</summary>
    public static MethodInfo Bits(IrType from, IrType to) => typeof(BitConverter).GetMethod((from.IsFloat, to.Bits) switch
    {
        (true, 32) => nameof(BitConverter.SingleToInt32Bits),
        (true, _) => nameof(BitConverter.DoubleToInt64Bits),
        (false, 32) => nameof(BitConverter.Int32BitsToSingle),
        _ => nameof(BitConverter.Int64BitsToDouble),
    })!;

    /// <summary>An atomic operation.</summary>
    public static MethodInfo Atomic(Instruction instruction)
    {
        var number = NumberOf(instruction.Type.Number);
        int count = instruction.Operands.Length - 1;
        return typeof(Atomic).GetMethods(BindingFlags.Public | BindingFlags.Static).First(method =>
            method.Name == instruction.Function && method.ReturnType == number && method.GetParameters() is var parameters
            && parameters.Length == count && parameters[0].ParameterType == number.MakeByRefType());
    }

    private static Type NumberOf(NumberType type) => type switch
    {
        NumberType.Bool => typeof(bool),
        NumberType.Int8 => typeof(sbyte),
        NumberType.UInt8 => typeof(byte),
        NumberType.Int16 => typeof(short),
        NumberType.UInt16 => typeof(ushort),
        NumberType.Int32 => typeof(int),
        NumberType.UInt32 => typeof(uint),
        NumberType.Int64 => typeof(long),
        NumberType.UInt64 => typeof(ulong),
        NumberType.Float32 => typeof(float),
        _ => typeof(double),
    };
}

/// <summary>Functions that .NET spells otherwise, or that throw where a kernel can't.</summary>
internal static class ScalarFunctions
{
    public static int Abs(int value) => value < 0 ? unchecked(-value) : value;

    public static long Abs(long value) => value < 0 ? unchecked(-value) : value;

    public static float Round(float value) => MathF.Round(value);

    public static double Round(double value) => Math.Round(value);

    public static float RoundAwayFromZero(float value) => MathF.Round(value, MidpointRounding.AwayFromZero);

    public static double RoundAwayFromZero(double value) => Math.Round(value, MidpointRounding.AwayFromZero);

    public static float FusedMultiplyAdd(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);

    public static double FusedMultiplyAdd(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);
}
