namespace GpuJazz.Tests.Acceptance;

/// <summary>
/// The LSTM that a model file describes, in plain loops and double precision: gates in the order input, forget, candidate, output,
/// a dense layer and softmax.
/// </summary>
internal sealed class PlainLstm(SafetensorsContent model)
{
    private const int NoToken = -1;
    private readonly float[] kernel = model.Tensors["lstm.kernel"].Values; // [V, 4H]
    private readonly float[] recurrent = model.Tensors["lstm.recurrent_kernel"].Values; // [H, 4H]
    private readonly float[] bias = model.Tensors["lstm.bias"].Values; // [4H]
    private readonly float[] dense = model.Tensors["dense.kernel"].Values; // [H, V]
    private readonly float[] denseBias = model.Tensors["dense.bias"].Values; // [V]

    private int Hidden => recurrent.Length / bias.Length;

    /// <summary>The cross-entropy summed over a window, whose first input is no token and whose last step has no target.</summary>
    public double Loss(ReadOnlySpan<int> window)
    {
        double[] output = new double[Hidden], cell = new double[Hidden];
        var loss = 0.0;
        for (var step = 0; step + 1 < window.Length; step++)
        {
            var logits = Step(step == 0 ? NoToken : window[step], output, cell);
            var top = logits.Max();
            loss += Math.Log(logits.Sum(logit => Math.Exp(logit - top))) + top - logits[window[step + 1]];
        }

        return loss;
    }

    /// <summary>The likeliest tokens, each fed back in, until the best two are closer than <paramref name="smallestGap"/>.</summary>
    public IReadOnlyList<int> Likeliest(int count, double smallestGap)
    {
        double[] output = new double[Hidden], cell = new double[Hidden];
        var tokens = new List<int>();
        while (tokens.Count < count)
        {
            var logits = Step(tokens.Count == 0 ? NoToken : tokens[^1], output, cell);
            var order = Enumerable.Range(0, logits.Length).OrderByDescending(token => logits[token]).ToArray();
            if (logits[order[0]] - logits[order[1]] < smallestGap) break;
            tokens.Add(order[0]);
        }

        return tokens;
    }

    private double[] Step(int token, double[] output, double[] cell)
    {
        var gates = new double[bias.Length];
        for (var column = 0; column < gates.Length; column++)
        {
            gates[column] = bias[column] + (token == NoToken ? 0.0 : kernel[(token * gates.Length) + column]);
            for (var unit = 0; unit < Hidden; unit++) gates[column] += output[unit] * recurrent[(unit * gates.Length) + column];
        }

        for (var unit = 0; unit < Hidden; unit++)
        {
            cell[unit] = (Logistic(gates[Hidden + unit]) * cell[unit]) + (Logistic(gates[unit]) * Math.Tanh(gates[(2 * Hidden) + unit]));
            output[unit] = Logistic(gates[(3 * Hidden) + unit]) * Math.Tanh(cell[unit]);
        }

        var logits = new double[denseBias.Length];
        for (var value = 0; value < logits.Length; value++)
        {
            logits[value] = denseBias[value];
            for (var unit = 0; unit < Hidden; unit++) logits[value] += output[unit] * dense[(unit * logits.Length) + value];
        }

        return logits;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
