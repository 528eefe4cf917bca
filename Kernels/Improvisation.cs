// A whole solo in one launch: each note that is picked is the next input.
//
//   x₀, h₀, c₀ = 0;   h, c = LSTM(x, h, c);   y = h·W + b;   note = pick(y);   x = onehot(note)
//
// pick is the argmax, or a draw from softmax(y / temperature), cut to the likeliest by top-k and top-p (TokenChoice). The random
// numbers are counter-based: solo s draws with the key seed + s, whatever the batch.
//
// Launch  a group a solo, all notes in one launch. A group is (H, 4), or narrower and then works in turns: gate sums by unit and gate,
//         then units, then tokens, a barrier after each. The pick itself is a walk over the tokens that every work-item does alike.
// Cost    notes·(2·H·4H + 2·H·V) floating-point operations a solo.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Improvises many solos of many notes in one launch.</summary>
public sealed class Improvisation
{
    private const int Gates = 4;

    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, ImprovisationBuffers, ImprovisationShape, SamplingRule, SpecializedValue<int>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public Improvisation(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadStreamKernel<ImprovisationBuffers, ImprovisationShape, SamplingRule, SpecializedValue<int>>(Kernel);
    }

    /// <summary>Queues the solos on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    /// <param name="rule">How a note is picked.</param>
    public void Run(ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule)
    {
        var width = ColumnGroups.Of(accelerator, shape.Hidden, Gates).Width;
        launch(
            (new Index2D(shape.Solos, 1), new Index2D(width, Gates)), buffers, shape, rule, SpecializedValue.New(shape.Hidden));
    }

    private static void Kernel(
        ImprovisationBuffers buffers, ImprovisationShape sizes, SamplingRule rule, SpecializedValue<int> hidden)
    {
        var shape = new ImprovisationShape(sizes.Solos, sizes.Notes, hidden, sizes.Vocabulary);
        var solo = Grid.IdxX;
        var token = -1;
        for (var note = 0; note < shape.Notes; note++)
        {
            SumGates(buffers, shape, solo, note, token);
            Group.Barrier();
            Activate(buffers, shape, solo, note);
            Group.Barrier();
            SumLogits(buffers, shape, solo);
            Group.Barrier();
            token = Pick(buffers, shape, solo, note, rule);
            if (Group.IsFirstThread) buffers.Notes[solo * shape.Notes + note] = token;
        }
    }

    /// <summary>z: work-item (x, y) sums gate y of unit x.</summary>
    private static void SumGates(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note, int token)
    {
        var parameters = buffers.Parameters;
        var gates = Gates * shape.Hidden;
        for (var first = 0; first < shape.Hidden; first += Group.DimX)
        {
            if (first + Group.IdxX >= shape.Hidden) continue;
            var column = Group.IdxY * shape.Hidden + first + Group.IdxX;
            var sum = 0f;
            if (note > 0)
            {
                for (var k = 0; k < shape.Hidden; k++)
                    sum += buffers.Hidden[solo * shape.Hidden + k] * parameters.RecurrentKernel[k * gates + column];
            }

            buffers.Gates[solo * gates + column] = sum + parameters.OfToken(token, gates, column) + parameters.Bias[column];
        }
    }

    /// <summary>c and h, a work-item a unit.</summary>
    private static void Activate(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note)
    {
        for (var first = Group.IdxY * Group.DimX; first < shape.Hidden; first += Gates * Group.DimX)
        {
            var unit = first + Group.IdxX;
            if (unit >= shape.Hidden) continue;
            var here = solo * shape.Hidden + unit;
            var gates = UnitGates.Load(buffers.Gates, solo * Gates * shape.Hidden, shape.Hidden, unit).Activated();
            var state = LstmCell.State(gates.Input, gates.Forget, gates.Candidate, note > 0 ? buffers.Cells[here] : 0f);
            buffers.Cells[here] = state;
            buffers.Hidden[here] = LstmCell.Output(gates.Output, state);
        }
    }

    /// <summary>y, a work-item a token.</summary>
    private static void SumLogits(ImprovisationBuffers buffers, ImprovisationShape shape, int solo)
    {
        var parameters = buffers.Parameters;
        for (var first = Group.IdxY * Group.DimX; first < shape.Vocabulary; first += Gates * Group.DimX)
        {
            var v = first + Group.IdxX;
            if (v >= shape.Vocabulary) continue;
            var sum = 0f;
            for (var k = 0; k < shape.Hidden; k++)
                sum += buffers.Hidden[solo * shape.Hidden + k] * parameters.DenseKernel[k * shape.Vocabulary + v];
            buffers.Weights[solo * shape.Vocabulary + v] = sum + parameters.DenseBias[v];
        }
    }

    private static int Pick(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note, SamplingRule rule)
    {
        var start = solo * shape.Vocabulary;
        var leader = Leader.None;
        for (var v = 0; v < shape.Vocabulary; v++) leader = leader.Or(buffers.Weights[start + v], v);
        if (rule.IsArgmax) return leader.Token;

        // All have read the logits before weights take their place.
        Group.Barrier();
        for (var first = Group.IdxY * Group.DimX; first < shape.Vocabulary; first += Gates * Group.DimX)
        {
            var v = first + Group.IdxX;
            if (v < shape.Vocabulary)
                buffers.Weights[start + v] = TokenChoice.Weight(buffers.Weights[start + v], leader.Logit, rule.Temperature);
        }

        Group.Barrier();
        return TokenChoice.Draw(buffers.Weights, start, shape.Vocabulary, rule, Philox.Uniform(rule.Seed + (uint)solo, note));
    }
}

/// <summary>What <see cref="Improvisation"/> reads and writes, for B solos of N notes.</summary>
/// <param name="Parameters">Read: all five tensors.</param>
/// <param name="Gates">[B, 4H] scratch: z.</param>
/// <param name="Hidden">[B, H] scratch: h.</param>
/// <param name="Cells">[B, H] scratch: c.</param>
/// <param name="Weights">[B, V] scratch: logits, then the weights of the draw.</param>
/// <param name="Notes">[B, N] written: the tokens.</param>
public readonly record struct ImprovisationBuffers(
    ParameterViews Parameters,
    ArrayView<float> Gates,
    ArrayView<float> Hidden,
    ArrayView<float> Cells,
    ArrayView<float> Weights,
    ArrayView<int> Notes);

/// <summary>The sizes of an <see cref="Improvisation"/>.</summary>
/// <param name="Solos">B, at least 1.</param>
/// <param name="Notes">N, the notes of each.</param>
/// <param name="Hidden">H.</param>
/// <param name="Vocabulary">V.</param>
public readonly record struct ImprovisationShape(int Solos, int Notes, int Hidden, int Vocabulary);
