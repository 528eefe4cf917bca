namespace GpuJazz.Kernels.Reference;

/// <summary>The pointwise mathematics of the LSTM cell in double precision; see <see cref="Kernels.LstmCell"/>.</summary>
public static class LstmCell
{
    /// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
    /// <param name="x">Any number.</param>
    /// <returns>A number from 0 to 1.</returns>
    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>The derivative of the logistic function by its own value.</summary>
    /// <param name="y">σ(x).</param>
    /// <returns>y·(1 − y).</returns>
    public static double LogisticSlope(double y) => y * (1 - y);

    /// <summary>The derivative of the hyperbolic tangent by its own value.</summary>
    /// <param name="y">tanh(x).</param>
    /// <returns>1 − y².</returns>
    public static double TanhSlope(double y) => 1 - y * y;
}
