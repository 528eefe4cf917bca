namespace ILGPU.Compiler;

/// <summary>
/// The functions that every back end must know, by their names in <see cref="Instruction.Function"/>. Operands and result have one type: float
/// or double, and where it is said also an integer of 32 or 64 bits.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>Abs</c>: the absolute value; −0 becomes +0. Also of integers: that of the least one is itself.</item>
/// <item><c>Min</c>, <c>Max</c>: NaN if either is; −0 is smaller than +0. Also of integers, with their sign or without.</item>
/// <item><c>Sqrt</c>: rounded to the nearest; NaN below −0; √−0 is −0.</item>
/// <item><c>Floor</c>, <c>Ceiling</c>, <c>Truncate</c>: to an integer down, up, toward zero; −0 and what rounds to it from below stay negative.</item>
/// <item><c>Round</c>: to the nearest integer, the even one of two. <c>RoundAwayFromZero</c>: of two the one further from zero.</item>
/// <item><c>CopySign</c> (x, y): |x| with the sign of y; NaN and −0 have one too.</item>
/// <item><c>Exp</c>, <c>Exp2</c>, <c>Log</c>, <c>Log2</c>, <c>Log10</c>, <c>Cbrt</c>; <c>Pow</c> (x, y).</item>
/// <item><c>Sin</c>, <c>Cos</c>, <c>Tan</c>, <c>Asin</c>, <c>Acos</c>, <c>Atan</c>; <c>Atan2</c> (y, x).</item>
/// <item><c>Sinh</c>, <c>Cosh</c>, <c>Tanh</c>, <c>Asinh</c>, <c>Acosh</c>, <c>Atanh</c>.</item>
/// <item><c>HalfToSingle</c>, <c>SingleToHalf</c>: between the 16 bits of a <see cref="Half"/> and a float.</item>
/// </list>
/// The three rows before the last have the limits, NaN and zeros of .NET's functions of the same name, and a few units in the last place of
/// error, which may differ between back ends. All others are exact. <c>FusedMultiplyAdd</c> is no function but <see cref="Operation.MultiplyAdd"/>; a
/// remainder is <see cref="Operation.Remainder"/>.
/// </remarks>
internal static class MathFunctions
{
    /// <summary>The float of 16 bits.</summary>
    public const string HalfToSingle = "HalfToSingle";

    /// <summary>The 16 bits nearest to a float.</summary>
    public const string SingleToHalf = "SingleToHalf";

    /// <summary>Every name that .NET has, too.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>
    {
        "Abs", "Min", "Max", "Sqrt", "Floor", "Ceiling", "Truncate", "Round", "RoundAwayFromZero", "CopySign",
        "Exp", "Exp2", "Log", "Log2", "Log10", "Cbrt", "Pow", "Sin", "Cos", "Tan", "Asin", "Acos", "Atan", "Atan2",
        "Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh",
    };

    /// <summary>Those that take a few operations at most.</summary>
    public static bool IsCheap(string name) =>
        name is "Abs" or "Min" or "Max" or "Floor" or "Ceiling" or "Truncate" or "Round" or "CopySign" or "Sqrt"
            or HalfToSingle or SingleToHalf;
}
