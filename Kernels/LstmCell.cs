using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>The pointwise mathematics of the LSTM cell, written once for every kernel that steps through time.</summary>
/// <remarks>
/// Forward:  i = σ(zᵢ), f = σ(z_f), g = tanh(z_g), o = σ(zₒ);  c = f·c₋₁ + i·g;  h = o·tanh(c).
/// Hochreiter and Schmidhuber (1997), with the forget gate of Gers et al. (2000).
/// </remarks>
public static class LstmCell
{
    /// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
    /// <param name="x">Any number; large ones saturate at 0 and 1.</param>
    /// <returns>A number from 0 to 1.</returns>
    public static float Logistic(float x) => 1f / (1f + XMath.Exp(-x));

    /// <summary>The new cell state.</summary>
    /// <param name="input">i, after its activation.</param>
    /// <param name="forget">f, after its activation.</param>
    /// <param name="candidate">g, after its activation.</param>
    /// <param name="previous">c of the step before.</param>
    /// <returns>c = f·c₋₁ + i·g.</returns>
    public static float State(float input, float forget, float candidate, float previous) => forget * previous + input * candidate;

    /// <summary>The unit's output.</summary>
    /// <param name="output">o, after its activation.</param>
    /// <param name="state">c.</param>
    /// <returns>h = o·tanh(c).</returns>
    public static float Output(float output, float state) => output * XMath.Tanh(state);

    /// <summary>The derivative of the logistic function by its own value.</summary>
    /// <param name="y">σ(x).</param>
    /// <returns>σ′(x) = y·(1 − y).</returns>
    public static float LogisticSlope(float y) => y * (1f - y);

    /// <summary>The derivative of the hyperbolic tangent by its own value.</summary>
    /// <param name="y">tanh(x).</param>
    /// <returns>tanh′(x) = 1 − y².</returns>
    public static float TanhSlope(float y) => 1f - y * y;
}
