namespace ILGPU;

/// <summary>
/// Between floats and the bits of <see cref="Half"/>, without a branch: GPUs have instructions for both, vectors of lanes run these.
/// </summary>
internal static class HalfConversions
{
    private const uint Infinity = 0x7F800000;

    // The exponents of the two differ by 112; their fractions by 13 bits.
    private const int FractionShift = 13;
    private const float TwoTo112 = 5.192296858534828e33f;
    private const uint ExponentDifference = 112u << 23;

    /// <summary>The float that has the same value; of NaN a NaN.</summary>
    public static float ToSingle(ushort half)
    {
        // A product that is exact also where the half is below the normal ones; what is infinite or NaN gets a full exponent.
        uint magnitude = (half & 0x7FFFu) << FractionShift;
        uint bits = BitConverter.SingleToUInt32Bits(BitConverter.UInt32BitsToSingle(magnitude) * TwoTo112);
        bits |= magnitude >= (0x7C00u << FractionShift) ? Infinity : 0u;
        return BitConverter.UInt32BitsToSingle(bits | ((half & 0x8000u) << 16));
    }

    /// <summary>The nearest half, the even one of two: infinity from 65520 on.</summary>
    public static ushort FromSingle(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        uint sign = bits & 0x80000000;
        bits ^= sign;

        // Half an ulp of the smaller type less one, and one more where the fraction that stays is odd.
        uint normal = (bits - ExponentDifference + 0xFFF + ((bits >> FractionShift) & 1)) >> FractionShift;

        // Below the normal halves a sum with ½, whose last bit is worth the smallest half, rounds.
        uint small = BitConverter.SingleToUInt32Bits(BitConverter.UInt32BitsToSingle(bits) + 0.5f) - 0x3F000000;
        uint half = bits < (113u << 23) ? small : normal;
        half = bits >= 0x47800000 ? 0x7C00u : half;
        half = bits > Infinity ? 0x7E00u : half;
        return (ushort)(half | (sign >> 16));
    }
}
