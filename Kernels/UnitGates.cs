using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>The four gates of one hidden unit, in registers: their sums z, their values i f g o, or their gradients.</summary>
/// <param name="Input">Of the input gate.</param>
/// <param name="Forget">Of the forget gate.</param>
/// <param name="Candidate">Of the candidate.</param>
/// <param name="Output">Of the output gate.</param>
public readonly record struct UnitGates(float Input, float Forget, float Candidate, float Output)
{
    /// <summary>Reads one unit's values from a row of 4H gate columns.</summary>
    /// <param name="row">A buffer that holds the row.</param>
    /// <param name="start">Where the row starts.</param>
    /// <param name="hidden">H.</param>
    /// <param name="unit">The hidden unit, 0 to H − 1.</param>
    /// <returns>The four values.</returns>
    public static UnitGates Load(ArrayView<float> row, int start, int hidden, int unit) => new(
        row[start + unit], row[start + hidden + unit], row[start + 2 * hidden + unit], row[start + 3 * hidden + unit]);

    /// <summary>Writes the four values to a row of 4H gate columns.</summary>
    /// <param name="row">A buffer that holds the row.</param>
    /// <param name="start">Where the row starts.</param>
    /// <param name="hidden">H.</param>
    /// <param name="unit">The hidden unit, 0 to H − 1.</param>
    public void Store(ArrayView<float> row, int start, int hidden, int unit)
    {
        row[start + unit] = Input;
        row[start + hidden + unit] = Forget;
        row[start + 2 * hidden + unit] = Candidate;
        row[start + 3 * hidden + unit] = Output;
    }

    /// <summary>Applies the activations to sums: logistic for i, f and o, hyperbolic tangent for g.</summary>
    /// <returns>i f g o.</returns>
    public UnitGates Activated() =>
        new(LstmCell.Logistic(Input), LstmCell.Logistic(Forget), XMath.Tanh(Candidate), LstmCell.Logistic(Output));
}
