using GpuJazz.Launching;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>The activations of <see cref="LstmCell"/> without branches, so that several are on their way at once. For kernels on CUDA.</summary>
/// <remarks>
/// The formulas are those of CUDA's tanhf and of 1 / (1 + expf(−x)) with a reciprocal that is off by one unit in the last place at most;
/// theirs goes two ways, for numbers that don't come up here.
/// </remarks>
internal static class ResidentGates
{
    private const string Share = """

        float share;
        asm("rcp.approx.ftz.f32 %0, %1;" : "=f"(share) : "f"(1.0f + expf(above)));
        """;

    // Below 0.6 a polynomial, as 1 − 2 / (e²ˣ + 1) has few digits there.
    private const string Tangent = """

        const float square = x * x;
        float slope = fmaf(square, 1.57396831e-2f, -5.23039624e-2f);
        slope = fmaf(slope, square, 1.33152977e-1f);
        slope = fmaf(slope, square, -3.33327681e-1f);
        const float tangent = fabsf(x) < 0.6f ? fmaf(slope * square, x, x) : copysignf(fmaf(share, -2.0f, 1.0f), x);
        """;

    /// <summary>The activation of one gate.</summary>
    /// <param name="x">z.</param>
    /// <param name="isCandidate">Not 0 for the candidate, which takes the hyperbolic tangent; 0 for the others, which take the logistic function.</param>
    /// <returns>The gate.</returns>
    [CudaFunction("""
        const float above = isCandidate ? 2.0f * fabsf(x) : -x;
        """ + Share + Tangent + """

        return isCandidate ? tangent : share;
        """)]
    public static float Of(float x, int isCandidate) => isCandidate != 0 ? XMath.Tanh(x) : LstmCell.Logistic(x);

    /// <summary>σ(x).</summary>
    /// <param name="x">z.</param>
    /// <returns>The gate.</returns>
    [CudaFunction("const float above = -x;" + Share + "\nreturn share;")]
    public static float Logistic(float x) => LstmCell.Logistic(x);

    /// <summary>tanh(x).</summary>
    /// <param name="x">z, or c.</param>
    /// <returns>The hyperbolic tangent.</returns>
    [CudaFunction("const float above = 2.0f * fabsf(x);" + Share + Tangent + "\nreturn tangent;")]
    public static float Tanh(float x) => XMath.Tanh(x);
}
