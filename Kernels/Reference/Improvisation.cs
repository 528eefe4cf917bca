namespace GpuJazz.Kernels.Reference;

/// <summary>One solo by argmax, in plain loops; see <see cref="Kernels.Improvisation"/>.</summary>
public static class Improvisation
{
    /// <summary>Improvises one solo.</summary>
    /// <param name="parameters">[P], in the layout of <see cref="ParameterViews"/>.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="notes">[N] written: the tokens.</param>
    /// <param name="gaps">[N] written: by how much the best logit leads the second; infinite at V = 1.</param>
    /// <param name="layers">L.</param>
    /// <param name="changes">[F]: the chord at each unit of time; empty where the model hears none.</param>
    /// <param name="advances">[P, V]: how far a token moves on from a place; see <see cref="ChordViews"/>.</param>
    public static void Argmax(
        Span<double> parameters,
        int hidden,
        int vocabulary,
        Span<int> notes,
        Span<double> gaps,
        int layers = 1,
        ReadOnlySpan<int> changes = default,
        ReadOnlySpan<int> advances = default)
    {
        var (place, period) = (0, advances.Length / vocabulary);
        var gates = new double[4 * hidden];
        var cells = new double[layers * hidden];
        var outputs = new double[layers * hidden];
        var logits = new double[vocabulary];
        var token = -1;
        for (var note = 0; note < notes.Length; note++)
        {
            for (var layer = 0; layer < layers; layer++)
            {
                var weights = new Parameters(parameters, hidden, vocabulary, layers, layer);
                var cell = cells.AsSpan(layer * hidden, hidden);
                var output = outputs.AsSpan(layer * hidden, hidden);
                if (layer == 0) LstmForward.FromToken(token, weights, gates, changes.IsEmpty ? -1 : changes[place]);
                else LstmForward.FromBelow(outputs.AsSpan((layer - 1) * hidden, hidden), weights, gates);
                LstmForward.Step(output, cell, weights.RecurrentKernel, gates, cell, output);
            }

            Dense.Logits(outputs.AsSpan((layers - 1) * hidden), new(parameters, hidden, vocabulary, layers), logits);
            token = Dense.ArgMax(logits);
            notes[note] = token;
            if (!changes.IsEmpty) place = (place + advances[place % period * vocabulary + token]) % changes.Length;
            var second = double.NegativeInfinity;
            for (var v = 0; v < vocabulary; v++)
                if (v != token) second = Math.Max(second, logits[v]);
            gaps[note] = logits[token] - second;
        }
    }
}
