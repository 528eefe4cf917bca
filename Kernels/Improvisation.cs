// A whole solo in one launch: each note that is picked is the next input.
//
//   x₀, h₀, c₀ = 0;   h, c = LSTM(x, h, c);   y = h·W + b;   note = pick(y);   x = onehot(note)
//
// With several layers, each takes the new h of the one below for its x.
//
// pick is the argmax, or a draw from softmax(y / temperature), cut to the likeliest by top-k and top-p (TokenChoice). The random
// numbers are counter-based: solo s draws with the key seed + s, whatever the batch.
//
// Launch  a group a solo, all notes in one launch. A group is (H, 4), or narrower and then works in turns: gate sums by unit and gate,
//         then units, layer by layer, then tokens, a barrier after each. The pick itself is the first work-item's walk over the tokens; the others find it among the notes.
// Cost    notes·((2L − 1)·2·H·4H + 2·H·V) floating-point operations a solo.
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
        var shape = new ImprovisationShape(sizes.Solos, sizes.Notes, hidden, sizes.Vocabulary, sizes.Layers);
        var highest = SharedMemory.Allocate<float>(1);
        var solo = Grid.IdxX;
        for (var note = 0; note < shape.Notes; note++)
        {
            var place = solo * shape.Notes + note;
            SumGates(buffers, shape, solo, note, note > 0 ? buffers.Notes[place - 1] : -1);
            Group.Barrier();
            Activate(buffers, shape, solo, note, 0);
            Group.Barrier();
            for (var layer = 1; layer < shape.Layers; layer++)
            {
                SumGatesAbove(buffers, shape, solo, note, layer);
                Group.Barrier();
                Activate(buffers, shape, solo, note, layer);
                Group.Barrier();
            }

            SumLogits(buffers, shape, solo);
            Group.Barrier();
            if (Group.IsFirstThread)
            {
                var leader = Likeliest(buffers, shape, solo);
                highest[0] = leader.Logit;
                buffers.Notes[place] = leader.Token;
            }

            Group.Barrier();
            if (rule.IsArgmax) continue;
            Weigh(buffers, shape, solo, highest[0], rule.Temperature);
            Group.Barrier();
            if (Group.IsFirstThread)
            {
                var uniform = Philox.Uniform(rule.Seed + (uint)solo, note);
                buffers.Notes[place] = TokenChoice.Draw(buffers.Weights, solo * shape.Vocabulary, shape.Vocabulary, rule, uniform);
            }

            Group.Barrier();
        }
    }

    /// <summary>z of the first layer: work-item (x, y) sums gate y of unit x.</summary>
    private static void SumGates(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note, int token)
    {
        var parameters = buffers.Parameters;
        var gates = Gates * shape.Hidden;
        for (var first = 0; first < shape.Hidden; first += Group.DimX)
        {
            if (!ColumnGroups.Has(first + Group.IdxX, shape.Hidden)) continue;
            var column = Group.IdxY * shape.Hidden + first + Group.IdxX;
            var sum = 0f;
            if (note > 0) sum = Product(buffers, shape, solo * shape.Hidden, parameters.RecurrentKernel, column, gates);
            buffers.Gates[solo * gates + column] = sum + parameters.OfToken(token, gates, column) + parameters.Bias[column];
        }
    }

    /// <summary>z of a layer above: what comes from the layer below, then what comes from the note before, then the bias.</summary>
    private static void SumGatesAbove(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note, int layer)
    {
        var gates = Gates * shape.Hidden;
        var here = (layer * shape.Solos + solo) * shape.Hidden;
        var kernel = (layer - 1) * (2 * shape.Hidden + 1) * gates;
        var recurrent = kernel + shape.Hidden * gates;
        var bias = recurrent + shape.Hidden * gates;
        for (var first = 0; first < shape.Hidden; first += Group.DimX)
        {
            if (!ColumnGroups.Has(first + Group.IdxX, shape.Hidden)) continue;
            var column = Group.IdxY * shape.Hidden + first + Group.IdxX;
            var sum = Product(buffers, shape, here - shape.Solos * shape.Hidden, buffers.LayersAbove, kernel + column, gates);
            if (note > 0) sum += Product(buffers, shape, here, buffers.LayersAbove, recurrent + column, gates);
            buffers.Gates[solo * gates + column] = sum + buffers.LayersAbove[bias + column];
        }
    }

    /// <summary>h · one column of a matrix.</summary>
    private static float Product(ImprovisationBuffers buffers, ImprovisationShape shape, int hidden, ArrayView<float> matrix, int column, int stride)
    {
        var sum = 0f;
        for (var k = 0; k < shape.Hidden; k++) sum += buffers.Hidden[hidden + k] * matrix[column + k * stride];
        return sum;
    }

    /// <summary>c and h of a layer, a work-item a unit.</summary>
    private static void Activate(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note, int layer)
    {
        for (var first = Group.IdxY * Group.DimX; first < shape.Hidden; first += Gates * Group.DimX)
        {
            var unit = first + Group.IdxX;
            if (unit >= shape.Hidden) continue;
            var here = (layer * shape.Solos + solo) * shape.Hidden + unit;
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
        var top = ((shape.Layers - 1) * shape.Solos + solo) * shape.Hidden;
        for (var first = Group.IdxY * Group.DimX; first < shape.Vocabulary; first += Gates * Group.DimX)
        {
            var v = first + Group.IdxX;
            if (v >= shape.Vocabulary) continue;
            var sum = Product(buffers, shape, top, parameters.DenseKernel, v, shape.Vocabulary);
            buffers.Weights[solo * shape.Vocabulary + v] = sum + parameters.DenseBias[v];
        }
    }

    private static Leader Likeliest(ImprovisationBuffers buffers, ImprovisationShape shape, int solo)
    {
        var leader = Leader.None;
        for (var v = 0; v < shape.Vocabulary; v++) leader = leader.Or(buffers.Weights[solo * shape.Vocabulary + v], v);
        return leader;
    }

    /// <summary>The weights of the draw in the place of y, a work-item a token.</summary>
    private static void Weigh(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, float highest, float temperature)
    {
        for (var first = Group.IdxY * Group.DimX; first < shape.Vocabulary; first += Gates * Group.DimX)
        {
            var v = first + Group.IdxX;
            if (v >= shape.Vocabulary) continue;
            var here = solo * shape.Vocabulary + v;
            buffers.Weights[here] = TokenChoice.Weight(buffers.Weights[here], highest, temperature);
        }
    }
}
