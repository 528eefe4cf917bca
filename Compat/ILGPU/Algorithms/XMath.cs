namespace ILGPU.Algorithms;

/// <summary>Mathematics for kernels, in single precision where the argument is.</summary>
public static partial class XMath
{
    /// <summary>e.</summary>
    public const float E = 2.71828182f;

    /// <summary>e in double precision.</summary>
    public const double ED = Math.E;

    /// <summary>The logarithm of e to the base 2.</summary>
    public const float Log2E = 1.44269504f;

    /// <summary>The natural logarithm of 2.</summary>
    public const float Ln2 = 0.69314718f;

    /// <summary>The natural logarithm of 2 in double precision.</summary>
    public const double Ln2D = 0.6931471805599453;

    /// <summary>The natural logarithm of 10.</summary>
    public const float Ln10 = 2.30258509f;

    /// <summary>π.</summary>
    public const float PI = 3.14159265f;

    /// <summary>π in double precision.</summary>
    public const double PID = Math.PI;

    /// <summary>π / 2.</summary>
    public const float PIHalf = PI / 2.0f;

    /// <summary>π / 4.</summary>
    public const float PIFourth = PI / 4.0f;

    /// <summary>1 / π.</summary>
    public const float OneOverPI = 1.0f / PI;

    /// <summary>√2.</summary>
    public const float Sqrt2 = 1.41421356f;

    /// <summary>1 / √2.</summary>
    public const float OneOverSqrt2 = 1.0f / Sqrt2;

    /// <summary>⅓.</summary>
    public const float OneThird = 1.0f / 3.0f;
}
