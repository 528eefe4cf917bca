using GpuJazz.Launching;
using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>Factors as tensor cores take them: rounded, in words of 32 bits. For kernels.</summary>
public static class TensorWord
{
    /// <summary>A number of TF32.</summary>
    /// <param name="value">A finite number.</param>
    /// <returns>The bits of the nearest.</returns>
    [CudaFunction("""
        unsigned bits;
        asm("cvt.rna.tf32.f32 %0, %1;" : "=r"(bits) : "f"(value));
        return bits;
        """)]
    public static uint OfTf32(float value) => Interop.FloatAsInt(Rounding.Of(value, Precision.Tf32));

    /// <summary>Two numbers of bfloat16.</summary>
    /// <param name="first">A finite number, of the lower k.</param>
    /// <param name="second">The next.</param>
    /// <returns>The bits of the nearest to the first, below those of the nearest to the second.</returns>
    [CudaFunction("""
        unsigned bits;
        asm("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(bits) : "f"(second), "f"(first));
        return bits;
        """)]
    public static uint OfBf16(float first, float second) =>
        (Interop.FloatAsInt(Rounding.Of(first, Precision.Bf16)) >> 16) | Interop.FloatAsInt(Rounding.Of(second, Precision.Bf16));

    /// <summary>How many factors a word has.</summary>
    /// <param name="precision">Their precision.</param>
    /// <returns>2 in bfloat16, else 1.</returns>
    public static int Factors(Precision precision) => precision == Precision.Bf16 ? 2 : 1;
}
