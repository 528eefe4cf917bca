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

    /// <summary>The sums before the recurrent part: the bias and the row of the kernel that the token picks.</summary>
    /// <param name="parameters">The network's tensors.</param>
    /// <param name="hidden">H.</param>
    /// <param name="token">The token, or −1 for the zero vector.</param>
    /// <param name="unit">The hidden unit, 0 to H − 1.</param>
    /// <returns>The four sums.</returns>
    public static UnitGates Sums(ParameterViews parameters, int hidden, int token, int unit)
    {
        var bias = Load(parameters.Bias, 0, hidden, unit);
        return token < 0 ? bias : bias.Plus(Load(parameters.Kernel, token * 4 * hidden, hidden, unit));
    }

    /// <summary>The unit's four columns of h·recurrent, summed in the order of k.</summary>
    /// <param name="recurrentKernel">lstm.recurrent_kernel [H, 4H].</param>
    /// <param name="state">A buffer that holds the h of the step before.</param>
    /// <param name="start">Where in it that h starts.</param>
    /// <param name="hidden">H.</param>
    /// <param name="unit">The hidden unit, 0 to H − 1.</param>
    /// <returns>The four sums.</returns>
    public static UnitGates Recurrent(ArrayView<float> recurrentKernel, ArrayView<float> state, int start, int hidden, int unit)
    {
        float input = 0f, forget = 0f, candidate = 0f, output = 0f;
        for (var k = 0; k < hidden; k++)
        {
            var h = state[start + k];
            var column = k * 4 * hidden + unit;
            input += h * recurrentKernel[column];
            forget += h * recurrentKernel[column + hidden];
            candidate += h * recurrentKernel[column + 2 * hidden];
            output += h * recurrentKernel[column + 3 * hidden];
        }

        return new UnitGates(input, forget, candidate, output);
    }

    /// <summary>Adds gate by gate.</summary>
    /// <param name="other">What is added.</param>
    /// <returns>The four sums.</returns>
    public UnitGates Plus(UnitGates other) =>
        new(Input + other.Input, Forget + other.Forget, Candidate + other.Candidate, Output + other.Output);

    /// <summary>Applies the activations to sums: logistic for i, f and o, hyperbolic tangent for g.</summary>
    /// <returns>i f g o.</returns>
    public UnitGates Activated() =>
        new(LstmCell.Logistic(Input), LstmCell.Logistic(Forget), XMath.Tanh(Candidate), LstmCell.Logistic(Output));
}
