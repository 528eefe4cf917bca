namespace GpuJazz.Kernels.Reference;

/// <summary>One solo by argmax, in plain loops; see <see cref="Kernels.Improvisation"/>.</summary>
public static class Improvisation
{
    /// <summary>Improvises one solo.</summary>
    /// <param name="parameters">The network's tensors.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="notes">[N] written: the tokens.</param>
    /// <param name="gaps">[N] written: by how much the best logit leads the second; infinite at V = 1.</param>
    public static void Argmax(Parameters parameters, int hidden, int vocabulary, Span<int> notes, Span<double> gaps)
    {
        var gates = new double[4 * hidden];
        var cell = new double[hidden];
        var output = new double[hidden];
        var logits = new double[vocabulary];
        var token = -1;
        for (var note = 0; note < notes.Length; note++)
        {
            LstmForward.GateSums(token, parameters, output, gates);
            for (var j = 0; j < hidden; j++)
            {
                var input = LstmCell.Logistic(gates[j]);
                var forget = LstmCell.Logistic(gates[hidden + j]);
                cell[j] = forget * cell[j] + input * Math.Tanh(gates[2 * hidden + j]);
                output[j] = LstmCell.Logistic(gates[3 * hidden + j]) * Math.Tanh(cell[j]);
            }

            Dense.Logits(output, parameters, logits);
            token = Dense.ArgMax(logits);
            notes[note] = token;
            var second = double.NegativeInfinity;
            for (var v = 0; v < vocabulary; v++)
                if (v != token) second = Math.Max(second, logits[v]);
            gaps[note] = logits[token] - second;
        }
    }
}
