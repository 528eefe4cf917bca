// A whole solo in one launch: each note that is picked is the next input.
//
//   x₀, h₀, c₀ = 0;   h, c = LSTM(x, h, c);   y = h·W + b;   note = pick(y);   x = onehot(note)
//
// pick is the argmax, or a draw from softmax(y / temperature), cut to the likeliest by top-k and top-p (TokenChoice). The random
// numbers are counter-based: solo s draws with the key seed + s, whatever the batch.
//
// Launch  one work-item a solo, all notes in one launch.
// Cost    notes·(2·H·4H + 2·H·V) floating-point operations a solo.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Improvises many solos of many notes in one launch.</summary>
public sealed class Improvisation
{
    private readonly Action<Index1D, ImprovisationBuffers, ImprovisationShape, SamplingRule> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public Improvisation(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, ImprovisationBuffers, ImprovisationShape, SamplingRule>(Kernel);
    }

    /// <summary>Queues the solos on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    /// <param name="rule">How a note is picked.</param>
    public void Run(ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule) =>
        launch(shape.Solos, buffers, shape, rule);

    private static void Kernel(Index1D solo, ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule)
    {
        var token = -1;
        for (var note = 0; note < shape.Notes; note++)
        {
            Step(buffers, shape, solo.X, note, token);
            token = Pick(buffers, shape, solo.X, note, rule);
            buffers.Notes[solo.X * shape.Notes + note] = token;
        }
    }

    /// <summary>One step of the LSTM. The h of even and odd steps take turns in two halves of the buffer.</summary>
    private static void Step(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note, int token)
    {
        var hidden = shape.Hidden;
        var next = shape.HiddenStart(solo, note);
        for (var unit = 0; unit < hidden; unit++)
        {
            var z = UnitGates.Sums(buffers.Parameters, hidden, token, unit);
            var previous = 0f;
            if (note > 0)
            {
                var before = shape.HiddenStart(solo, note - 1);
                z = z.Plus(UnitGates.Recurrent(buffers.Parameters.RecurrentKernel, buffers.Hidden, before, hidden, unit));
                previous = buffers.Cells[solo * hidden + unit];
            }

            var gates = z.Activated();
            var state = LstmCell.State(gates.Input, gates.Forget, gates.Candidate, previous);
            buffers.Cells[solo * hidden + unit] = state;
            buffers.Hidden[next + unit] = LstmCell.Output(gates.Output, state);
        }
    }

    private static int Pick(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note, SamplingRule rule)
    {
        var start = solo * shape.Vocabulary;
        var best = 0;
        var highest = float.NegativeInfinity;
        for (var v = 0; v < shape.Vocabulary; v++)
        {
            var logit = Logit(buffers, shape, shape.HiddenStart(solo, note), v);
            buffers.Weights[start + v] = logit;
            if (logit > highest)
            {
                highest = logit;
                best = v;
            }
        }

        if (rule.IsArgmax) return best;
        var uniform = Philox.Uniform(rule.Seed + (uint)solo, note);
        return TokenChoice.Draw(buffers.Weights, start, shape.Vocabulary, highest, rule, uniform);
    }

    private static float Logit(ImprovisationBuffers buffers, ImprovisationShape shape, int start, int token)
    {
        var sum = 0f;
        for (var k = 0; k < shape.Hidden; k++)
            sum += buffers.Hidden[start + k] * buffers.Parameters.DenseKernel[k * shape.Vocabulary + token];
        return sum + buffers.Parameters.DenseBias[token];
    }
}

/// <summary>What <see cref="Improvisation"/> reads and writes, for B solos of N notes.</summary>
/// <param name="Parameters">Read: all five tensors.</param>
/// <param name="Hidden">[2, B, H] scratch: h of the last step and of this one.</param>
/// <param name="Cells">[B, H] scratch: c.</param>
/// <param name="Weights">[B, V] scratch: logits, then the weights of the draw.</param>
/// <param name="Notes">[B, N] written: the tokens.</param>
public readonly record struct ImprovisationBuffers(
    ParameterViews Parameters,
    ArrayView<float> Hidden,
    ArrayView<float> Cells,
    ArrayView<float> Weights,
    ArrayView<int> Notes);

/// <summary>The sizes of an <see cref="Improvisation"/>.</summary>
/// <param name="Solos">B, at least 1.</param>
/// <param name="Notes">N, the notes of each.</param>
/// <param name="Hidden">H.</param>
/// <param name="Vocabulary">V.</param>
public readonly record struct ImprovisationShape(int Solos, int Notes, int Hidden, int Vocabulary)
{
    /// <summary>Where in [2, B, H] the h after a note starts.</summary>
    /// <param name="solo">The solo, 0 to B − 1.</param>
    /// <param name="note">The note, 0 to N − 1.</param>
    /// <returns>An index.</returns>
    public int HiddenStart(int solo, int note) => ((note & 1) * Solos + solo) * Hidden;
}
