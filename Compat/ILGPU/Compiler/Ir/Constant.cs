namespace ILGPU.Compiler;

/// <summary>A number known when the kernel is compiled.</summary>
/// <param name="type">Its type; a pointer only as null.</param>
/// <param name="bits">Its bits: integers extended to 64 by their sign, floating-point numbers as they are.</param>
internal sealed class Constant(IrType type, long bits) : Value(type)
{
    public long Bits { get; } = bits;

    /// <summary>The value of a floating-point constant.</summary>
    public double Number => Type.Number == NumberType.Float32
        ? BitConverter.Int32BitsToSingle((int)Bits)
        : BitConverter.Int64BitsToDouble(Bits);

    public static Constant Zero(IrType type) => new(type, 0);

    public static Constant Of(int value) => new(IrType.Int32, value);

    public static Constant Of(long value) => new(IrType.Int64, value);

    public static Constant Of(bool value) => new(IrType.Bool, value ? 1 : 0);

    public static Constant Of(float value) => new(IrType.Float32, BitConverter.SingleToInt32Bits(value));

    public static Constant Of(double value) => new(IrType.Float64, BitConverter.DoubleToInt64Bits(value));

    /// <summary>An integer constant, cut to its type.</summary>
    public static Constant Wrapped(IrType type, long value) => new(type, type.Number switch
    {
        NumberType.Bool => value == 0 ? 0 : 1,
        NumberType.Int8 => (sbyte)value,
        NumberType.UInt8 => (byte)value,
        NumberType.Int16 => (short)value,
        NumberType.UInt16 => (ushort)value,
        NumberType.Int32 => (int)value,
        NumberType.UInt32 => (uint)value,
        _ => value,
    });

    /// <summary>A boxed number of the host.</summary>
    public static Constant Boxed(IrType type, object value) => value switch
    {
        bool truth => Of(truth),
        float single => Of(single),
        double number => Of(number),
        ulong large => new(type, unchecked((long)large)),
        char letter => new(type, letter),
        _ => Wrapped(type, Convert.ToInt64(value)),
    };
}
