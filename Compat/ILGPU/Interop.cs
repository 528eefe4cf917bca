using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>Sizes of types, and the bits of numbers.</summary>
public static class Interop
{
    /// <summary>The size of a type in bytes.</summary>
    public static int SizeOf<T>()
        where T : unmanaged => Unsafe.SizeOf<T>();

    /// <summary>The bits of a number.</summary>
    public static ushort FloatAsInt(Half value) => value.RawValue;

    /// <summary>The bits of a number.</summary>
    public static uint FloatAsInt(float value) => BitConverter.SingleToUInt32Bits(value);

    /// <summary>The bits of a number.</summary>
    public static ulong FloatAsInt(double value) => BitConverter.DoubleToUInt64Bits(value);

    /// <summary>The number that has these bits.</summary>
    public static Half IntAsFloat(ushort value) => new(value);

    /// <summary>The number that has these bits.</summary>
    public static float IntAsFloat(uint value) => BitConverter.UInt32BitsToSingle(value);

    /// <summary>The number that has these bits.</summary>
    public static double IntAsFloat(ulong value) => BitConverter.UInt64BitsToDouble(value);
}
