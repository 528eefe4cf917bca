using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Kernels;

/// <summary>The four gates of one hidden unit, in registers: first their sums z, then, activated, i f g o.</summary>
public struct UnitGates
{
    /// <summary>z of the input gate; then i.</summary>
    public float Input;

    /// <summary>z of the forget gate; then f.</summary>
    public float Forget;

    /// <summary>z of the candidate; then g.</summary>
    public float Candidate;

    /// <summary>z of the output gate; then o.</summary>
    public float Output;

    /// <summary>The sums before the recurrent part: the bias and the row of the kernel that the token picks.</summary>
    /// <param name="parameters">The network's tensors.</param>
    /// <param name="hidden">H.</param>
    /// <param name="token">The token, or −1 for the zero vector.</param>
    /// <param name="unit">The hidden unit, 0 to H − 1.</param>
    /// <returns>The four sums.</returns>
    public static UnitGates Of(ParameterViews parameters, int hidden, int token, int unit)
    {
        UnitGates z;
        z.Input = parameters.Bias[unit];
        z.Forget = parameters.Bias[hidden + unit];
        z.Candidate = parameters.Bias[2 * hidden + unit];
        z.Output = parameters.Bias[3 * hidden + unit];
        if (token >= 0)
        {
            var column = token * 4 * hidden + unit;
            z.Input += parameters.Kernel[column];
            z.Forget += parameters.Kernel[column + hidden];
            z.Candidate += parameters.Kernel[column + 2 * hidden];
            z.Output += parameters.Kernel[column + 3 * hidden];
        }

        return z;
    }

    /// <summary>Adds h·recurrent, the unit's four columns of it.</summary>
    /// <param name="recurrentKernel">lstm.recurrent_kernel [H, 4H].</param>
    /// <param name="state">A buffer that holds the h of the step before.</param>
    /// <param name="start">Where in it that h starts.</param>
    /// <param name="hidden">H.</param>
    /// <param name="unit">The hidden unit, 0 to H − 1.</param>
    public void AddRecurrent(ArrayView<float> recurrentKernel, ArrayView<float> state, int start, int hidden, int unit)
    {
        // Summed apart from z: four chains in registers, in the order of k.
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

        Input += input;
        Forget += forget;
        Candidate += candidate;
        Output += output;
    }

    /// <summary>Applies the activations: logistic for i, f and o, hyperbolic tangent for g.</summary>
    public void Activate()
    {
        Input = LstmCell.Logistic(Input);
        Forget = LstmCell.Logistic(Forget);
        Candidate = XMath.Tanh(Candidate);
        Output = LstmCell.Logistic(Output);
    }

    /// <summary>Writes the four values to a row of 4H gate columns.</summary>
    /// <param name="gates">The buffer.</param>
    /// <param name="start">Where the row starts.</param>
    /// <param name="hidden">H.</param>
    /// <param name="unit">The hidden unit, 0 to H − 1.</param>
    public readonly void Store(ArrayView<float> gates, int start, int hidden, int unit)
    {
        gates[start + unit] = Input;
        gates[start + hidden + unit] = Forget;
        gates[start + 2 * hidden + unit] = Candidate;
        gates[start + 3 * hidden + unit] = Output;
    }

    /// <summary>Reads the four values from a row of 4H gate columns.</summary>
    /// <param name="gates">The buffer.</param>
    /// <param name="start">Where the row starts.</param>
    /// <param name="hidden">H.</param>
    /// <param name="unit">The hidden unit, 0 to H − 1.</param>
    /// <returns>The four values.</returns>
    public static UnitGates Load(ArrayView<float> gates, int start, int hidden, int unit)
    {
        UnitGates z;
        z.Input = gates[start + unit];
        z.Forget = gates[start + hidden + unit];
        z.Candidate = gates[start + 2 * hidden + unit];
        z.Output = gates[start + 3 * hidden + unit];
        return z;
    }
}
