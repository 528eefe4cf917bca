namespace ILGPU.Algorithms;

/// <content>Trigonometric and hyperbolic functions.</content>
public static partial class XMath
{
    /// <summary>The sine of an angle in radians.</summary>
    public static double Sin(double value) => Math.Sin(value);

    /// <summary>The sine of an angle in radians.</summary>
    public static float Sin(float value) => MathF.Sin(value);

    /// <summary>The cosine of an angle in radians.</summary>
    public static double Cos(double value) => Math.Cos(value);

    /// <summary>The cosine of an angle in radians.</summary>
    public static float Cos(float value) => MathF.Cos(value);

    /// <summary>The tangent of an angle in radians.</summary>
    public static double Tan(double value) => Math.Tan(value);

    /// <summary>The tangent of an angle in radians.</summary>
    public static float Tan(float value) => MathF.Tan(value);

    /// <summary>The angle in radians whose sine this is.</summary>
    public static double Asin(double value) => Math.Asin(value);

    /// <summary>The angle in radians whose sine this is.</summary>
    public static float Asin(float value) => MathF.Asin(value);

    /// <summary>The angle in radians whose cosine this is.</summary>
    public static double Acos(double value) => Math.Acos(value);

    /// <summary>The angle in radians whose cosine this is.</summary>
    public static float Acos(float value) => MathF.Acos(value);

    /// <summary>The angle in radians whose tangent this is.</summary>
    public static double Atan(double value) => Math.Atan(value);

    /// <summary>The angle in radians whose tangent this is.</summary>
    public static float Atan(float value) => MathF.Atan(value);

    /// <summary>The hyperbolic sine.</summary>
    public static double Sinh(double value) => Math.Sinh(value);

    /// <summary>The hyperbolic sine.</summary>
    public static float Sinh(float value) => MathF.Sinh(value);

    /// <summary>The hyperbolic cosine.</summary>
    public static double Cosh(double value) => Math.Cosh(value);

    /// <summary>The hyperbolic cosine.</summary>
    public static float Cosh(float value) => MathF.Cosh(value);

    /// <summary>The hyperbolic tangent.</summary>
    public static double Tanh(double value) => Math.Tanh(value);

    /// <summary>The hyperbolic tangent.</summary>
    public static float Tanh(float value) => MathF.Tanh(value);

    /// <summary>The angle in radians of a point, from the X axis.</summary>
    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    /// <summary>The angle in radians of a point, from the X axis.</summary>
    public static float Atan2(float y, float x) => MathF.Atan2(y, x);

    /// <summary>Sine and cosine of an angle in radians.</summary>
    public static void SinCos(double value, out double sin, out double cos) => (sin, cos) = Math.SinCos(value);

    /// <summary>Sine and cosine of an angle in radians.</summary>
    public static void SinCos(float value, out float sin, out float cos) => (sin, cos) = MathF.SinCos(value);
}
