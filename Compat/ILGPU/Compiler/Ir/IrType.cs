namespace ILGPU.Compiler;

/// <summary>The type of a value: a number, or where numbers lie.</summary>
/// <param name="Number">The number.</param>
/// <param name="IsPointer">Whether it is the place of the first of many.</param>
internal readonly record struct IrType(NumberType Number, bool IsPointer = false)
{
    public static readonly IrType Bool = new(NumberType.Bool);
    public static readonly IrType Int32 = new(NumberType.Int32);
    public static readonly IrType UInt32 = new(NumberType.UInt32);
    public static readonly IrType Int64 = new(NumberType.Int64);
    public static readonly IrType UInt64 = new(NumberType.UInt64);
    public static readonly IrType Float32 = new(NumberType.Float32);
    public static readonly IrType Float64 = new(NumberType.Float64);

    public bool IsFloat => !IsPointer && Number is NumberType.Float32 or NumberType.Float64;

    public bool IsInteger => !IsPointer && Number is >= NumberType.Int8 and <= NumberType.UInt64;

    public bool IsSigned => Number is NumberType.Int8 or NumberType.Int16 or NumberType.Int32 or NumberType.Int64;

    /// <summary>The bits of a number.</summary>
    public int Bits => Number switch
    {
        NumberType.Bool or NumberType.Int8 or NumberType.UInt8 => 8,
        NumberType.Int16 or NumberType.UInt16 => 16,
        NumberType.Int32 or NumberType.UInt32 or NumberType.Float32 => 32,
        _ => 64,
    };

    /// <summary>What IL's evaluation stack makes of it: 32 or 64 bits, signed.</summary>
    public IrType OnStack => IsPointer || IsFloat ? this : Bits == 64 ? Int64 : Int32;

    /// <summary>The same width without sign.</summary>
    public IrType Unsigned => Bits == 64 ? UInt64 : UInt32;
}
