namespace ILGPU.Algorithms;

/// <content>Powers, roots and logarithms.</content>
public static partial class XMath
{
    /// <summary>e to a power.</summary>
    public static double Exp(double value) => Math.Exp(value);

    /// <summary>e to a power.</summary>
    public static float Exp(float value) => MathF.Exp(value);

    /// <summary>2 to a power.</summary>
    public static double Exp2(double value) => Math.Pow(2.0, value);

    /// <summary>2 to a power.</summary>
    public static float Exp2(float value) => MathF.Pow(2f, value);

    /// <summary>The natural logarithm.</summary>
    public static double Log(double value) => Math.Log(value);

    /// <summary>The natural logarithm.</summary>
    public static float Log(float value) => MathF.Log(value);

    /// <summary>The logarithm to the base 2.</summary>
    public static double Log2(double value) => Math.Log2(value);

    /// <summary>The logarithm to the base 2.</summary>
    public static float Log2(float value) => MathF.Log2(value);

    /// <summary>The logarithm to the base 10.</summary>
    public static double Log10(double value) => Math.Log10(value);

    /// <summary>The logarithm to the base 10.</summary>
    public static float Log10(float value) => MathF.Log10(value);

    /// <summary>The logarithm to a base.</summary>
    public static double Log(double value, double newBase) => Math.Log(value, newBase);

    /// <summary>The logarithm to a base.</summary>
    public static float Log(float value, float newBase) => MathF.Log(value, newBase);

    /// <summary>A number to a power.</summary>
    public static double Pow(double @base, double exp) => Math.Pow(@base, exp);

    /// <summary>A number to a power.</summary>
    public static float Pow(float @base, float exp) => MathF.Pow(@base, exp);

    /// <summary>The square root.</summary>
    public static double Sqrt(double value) => Math.Sqrt(value);

    /// <summary>The square root.</summary>
    public static float Sqrt(float value) => MathF.Sqrt(value);

    /// <summary>One by the square root.</summary>
    public static double Rsqrt(double value) => 1.0 / Math.Sqrt(value);

    /// <summary>One by the square root.</summary>
    public static float Rsqrt(float value) => 1f / MathF.Sqrt(value);

    /// <summary>One by a number.</summary>
    public static double Rcp(double value) => 1.0 / value;

    /// <summary>One by a number.</summary>
    public static float Rcp(float value) => 1f / value;
}
