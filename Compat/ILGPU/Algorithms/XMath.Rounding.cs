namespace ILGPU.Algorithms;

/// <content>Rounding, signs, rests, and what is a number.</content>
public static partial class XMath
{
    /// <summary>The next integer down.</summary>
    public static double Floor(double value) => Math.Floor(value);

    /// <summary>The next integer down.</summary>
    public static float Floor(float value) => MathF.Floor(value);

    /// <summary>The next integer up.</summary>
    public static double Ceiling(double value) => Math.Ceiling(value);

    /// <summary>The next integer up.</summary>
    public static float Ceiling(float value) => MathF.Ceiling(value);

    /// <summary>The next integer toward zero.</summary>
    public static double Truncate(double value) => Math.Truncate(value);

    /// <summary>The next integer toward zero.</summary>
    public static float Truncate(float value) => MathF.Truncate(value);

    /// <summary>The nearest integer, the even one of two.</summary>
    public static double Round(double value) => Math.Round(value, MidpointRounding.ToEven);

    /// <summary>The nearest integer, the even one of two.</summary>
    public static float Round(float value) => MathF.Round(value, MidpointRounding.ToEven);

    /// <summary>The nearest integer, with a rule for halves.</summary>
    public static double Round(double value, MidpointRounding mode) => Math.Round(value, mode);

    /// <summary>The nearest integer, with a rule for halves.</summary>
    public static float Round(float value, MidpointRounding mode) => MathF.Round(value, mode);

    /// <summary>The nearest integer, the even one of two.</summary>
    public static double RoundToEven(double value) => Math.Round(value, MidpointRounding.ToEven);

    /// <summary>The nearest integer, the even one of two.</summary>
    public static float RoundToEven(float value) => MathF.Round(value, MidpointRounding.ToEven);

    /// <summary>The nearest integer, of two the one further from zero.</summary>
    public static double RoundAwayFromZero(double value) => Math.Round(value, MidpointRounding.AwayFromZero);

    /// <summary>The nearest integer, of two the one further from zero.</summary>
    public static float RoundAwayFromZero(float value) => MathF.Round(value, MidpointRounding.AwayFromZero);

    /// <summary>−1, 0 or 1; 0 for NaN.</summary>
    public static int Sign(double value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>−1, 0 or 1; 0 for NaN.</summary>
    public static int Sign(float value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>The rest of a division, with the sign of the dividend.</summary>
    public static double Rem(double x, double y) => x % y;

    /// <summary>The rest of a division, with the sign of the dividend.</summary>
    public static float Rem(float x, float y) => x % y;

    /// <summary>Whether it is not a number.</summary>
    public static bool IsNaN(double value) => double.IsNaN(value);

    /// <summary>Whether it is not a number.</summary>
    public static bool IsNaN(float value) => float.IsNaN(value);

    /// <summary>Whether it is infinite.</summary>
    public static bool IsInfinity(double value) => double.IsInfinity(value);

    /// <summary>Whether it is infinite.</summary>
    public static bool IsInfinity(float value) => float.IsInfinity(value);

    /// <summary>Whether it is neither infinite nor NaN.</summary>
    public static bool IsFinite(double value) => double.IsFinite(value);

    /// <summary>Whether it is neither infinite nor NaN.</summary>
    public static bool IsFinite(float value) => float.IsFinite(value);

    /// <summary>A quotient of numbers that are not negative, rounded down.</summary>
    public static int DivRoundDown(int numerator, int denominator) => numerator / denominator;

    /// <summary>A quotient of numbers that are not negative, rounded up.</summary>
    public static int DivRoundUp(int numerator, int denominator) => (numerator + denominator - 1) / denominator;

    /// <summary>A quotient of numbers that are not negative, rounded down.</summary>
    public static long DivRoundDown(long numerator, long denominator) => numerator / denominator;

    /// <summary>A quotient of numbers that are not negative, rounded up.</summary>
    public static long DivRoundUp(long numerator, long denominator) => (numerator + denominator - 1) / denominator;
}
