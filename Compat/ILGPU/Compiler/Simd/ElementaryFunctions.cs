namespace ILGPU.Compiler;

/// <summary>
/// Exponential, logarithm and hyperbolic tangent of floats without a branch: kernels that are compiled for lanes have them inlined, and those
/// that run work-item by work-item call them, so that both have the same bits.
/// </summary>
/// <remarks>
/// Each brings its argument into a small range by powers of two, in two steps (Cody and Waite), and has a polynomial there. The polynomials
/// have the least relative error on their range (Remez exchange, 40 digits); their coefficients were rounded one by one from the lowest, those
/// that remained being fitted anew each time. No product is added outside of a fused operation: fusing others changes nothing here.
/// </remarks>
internal static class ElementaryFunctions
{
    // Added to a float that is small beside it, it leaves the nearest integer in the last bits, the even one of two.
    private const float IntegerInBits = 12582912f;

    private const int One = 0x3F800000;

    // The fraction of a float.
    private const int FractionBits = 23;

    /// <summary>e to a power. The largest error over all floats is 1.43 units in the last place, results below the normal ones included.</summary>
    public static float Exp(float x)
    {
        // Beyond, all is infinite or zero; NaN passes.
        x = x > 89f ? 89f : x;
        x = x < -104f ? -104f : x;

        // x = 2m·ln 2 + r: the result is scaled by 2^m twice, as 2^2m may be none of the normal floats.
        float shifted = MathF.FusedMultiplyAdd(x, 0.72134751f, IntegerInBits);
        float m = shifted - IntegerInBits;
        float r = MathF.FusedMultiplyAdd(m, -1.3862944f, x);
        r = MathF.FusedMultiplyAdd(m, 3.8093084e-9f, r);
        float p = MathF.FusedMultiplyAdd(2.576891e-5f, r, 2.015729e-4f);
        p = MathF.FusedMultiplyAdd(p, r, 1.388312e-3f);
        p = MathF.FusedMultiplyAdd(p, r, 8.3321957e-3f);
        p = MathF.FusedMultiplyAdd(p, r, 4.1666754e-2f);
        p = MathF.FusedMultiplyAdd(p, r, 1.6666679e-1f);
        p = MathF.FusedMultiplyAdd(p, r, 0.5f);
        p = MathF.FusedMultiplyAdd(p, r, 1f);
        p = MathF.FusedMultiplyAdd(p, r, 1f);
        float scale = PowerOfTwo(shifted);
        return p * scale * scale;
    }

    /// <summary>The natural logarithm. The largest error over all floats is 0.88 units in the last place.</summary>
    public static float Log(float x)
    {
        // x = 2^k·(1 + f), 1 + f from √½ to √2. What is below the normal floats is brought among them.
        bool isTiny = x < 1.17549435e-38f;
        float normal = isTiny ? x * 8388608f : x;
        int bits = BitConverter.SingleToInt32Bits(normal);
        int exponent = (bits - 0x3F3504F3) >> FractionBits;
        float k = exponent + (isTiny ? -23f : 0f);
        float f = BitConverter.Int32BitsToSingle(bits - (exponent << FractionBits)) - 1f;
        float p = MathF.FusedMultiplyAdd(-7.6428115e-2f, f, 1.276702e-1f);
        p = MathF.FusedMultiplyAdd(p, f, -1.315966e-1f);
        p = MathF.FusedMultiplyAdd(p, f, 1.4200976e-1f);
        p = MathF.FusedMultiplyAdd(p, f, -1.6623333e-1f);
        p = MathF.FusedMultiplyAdd(p, f, 2.0001261e-1f);
        p = MathF.FusedMultiplyAdd(p, f, -2.5000823e-1f);
        p = MathF.FusedMultiplyAdd(p, f, 3.3333331e-1f);
        p = MathF.FusedMultiplyAdd(p, f, -0.5f);
        float rest = MathF.FusedMultiplyAdd(p, f * f, k * -1.9046542e-9f);
        float result = MathF.FusedMultiplyAdd(k, 6.931472e-1f, rest + f);
        result = x == float.PositiveInfinity ? x : result;
        float limit = x == 0f ? float.NegativeInfinity : float.NaN;
        return x > 0f ? result : limit;
    }

    /// <summary>The hyperbolic tangent. The largest error over all floats is 1.93 units in the last place.</summary>
    public static float Tanh(float x)
    {
        // From 10 on it is 1; NaN passes.
        float a = MathF.Abs(x);
        a = a > 10f ? 10f : a;

        // −2a = n·ln 2 + 2r: e^−2a − 1 and e^−2a + 1 are 2^n·(e^2r − 1) + 2^n ∓ 1, rounded once each.
        float shifted = MathF.FusedMultiplyAdd(a, -2.88539f, IntegerInBits);
        float n = shifted - IntegerInBits;
        float r = MathF.FusedMultiplyAdd(n, -3.4657359e-1f, -a);
        r = MathF.FusedMultiplyAdd(n, 9.523271e-10f, r);
        float p = MathF.FusedMultiplyAdd(1.9258646e-2f, r, 8.915548e-2f);
        p = MathF.FusedMultiplyAdd(p, r, 2.6692832e-1f);
        p = MathF.FusedMultiplyAdd(p, r, 6.6666418e-1f);
        p = MathF.FusedMultiplyAdd(p, r, 1.3333309f);
        p = MathF.FusedMultiplyAdd(p, r, 2f);
        p = MathF.FusedMultiplyAdd(r * r, p, r + r);
        float scale = PowerOfTwo(shifted);
        float below = MathF.FusedMultiplyAdd(scale, p, scale - 1f);
        float above = MathF.FusedMultiplyAdd(scale, p, scale + 1f);
        return MathF.CopySign(below / above, x);
    }

    // 2 to the integer in the last bits.
    private static float PowerOfTwo(float shifted) =>
        BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(shifted) << FractionBits) + One);
}
