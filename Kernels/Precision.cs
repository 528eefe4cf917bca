using System.Text.Json.Serialization;
using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>To how many digits the factors of matrix products are rounded. Sums, states and weights are in single precision always.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Precision>))]
public enum Precision
{
    /// <summary>Single precision: 24 binary digits.</summary>
    [JsonStringEnumMemberName("fp32")]
    Fp32,

    /// <summary>NVIDIA's TF32: 11 binary digits and the range of single precision.</summary>
    [JsonStringEnumMemberName("tf32")]
    Tf32,

    /// <summary>bfloat16: 8 binary digits and the range of single precision.</summary>
    [JsonStringEnumMemberName("bf16")]
    Bf16,
}

/// <summary>The rounding of factors. For kernels.</summary>
public static class Rounding
{
    /// <summary>Rounds a factor to a precision, to the nearest; what lies halfway goes away from zero in TF32 and to even in bfloat16.</summary>
    /// <remarks>The same as PTX's cvt.rna.tf32.f32 and cvt.rn.bf16.f32.</remarks>
    /// <param name="value">A finite number.</param>
    /// <param name="precision">The precision.</param>
    /// <returns>The nearest number that has it; the value itself in single precision.</returns>
    public static float Of(float value, Precision precision)
    {
        if (precision == Precision.Fp32) return value;
        var bits = Interop.FloatAsInt(value);
        return precision == Precision.Tf32
            ? Interop.IntAsFloat((bits + 0x1000u) & 0xFFFFE000u)
            : Interop.IntAsFloat((bits + 0x7FFFu + ((bits >> 16) & 1u)) & 0xFFFF0000u);
    }
}
