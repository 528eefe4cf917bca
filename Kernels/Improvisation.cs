// Whole solos in one launch: each note that is picked is the next input.
//
//   x₀, h₀, c₀ = 0;   h, c = LSTM(x, h, c);   y = h·W + b;   note = pick(y);   x = onehot(note)
//
// pick is the argmax, or a draw from softmax(y / temperature), cut to the likeliest by top-k and top-p (NotePick). The random numbers
// are counter-based: solo s draws with the key seed + s, and its sums are taken in the same order, whatever the batch.
//
// Launch  a group one or more tiles of four solos, all notes in one launch, so that each weight that is read serves four. A group is
//         (H, 4), or narrower and then works in turns: gate sums by unit and gate, then units by solo of a tile, then tokens, a
//         barrier after each.
// Cost    notes·(2·H·4H + 2·H·V) floating-point operations a solo.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Improvises many solos of many notes in one launch.</summary>
public sealed class Improvisation
{
    private readonly Accelerator accelerator;
    private readonly Action<KernelConfig, ImprovisationBuffers, ImprovisationShape, SamplingRule, int, SpecializedValue<int>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public Improvisation(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        launch = accelerator.LoadStreamKernel<ImprovisationBuffers, ImprovisationShape, SamplingRule, int, SpecializedValue<int>>(Kernel);
    }

    /// <summary>Queues the solos on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    /// <param name="rule">How a note is picked.</param>
    public void Run(ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule)
    {
        var width = ColumnGroups.Of(accelerator, shape.Hidden, FourRows.Count).Width;
        var groups = TileGroups.Of(accelerator, shape.Solos);
        launch(
            (new Index2D(groups.Groups, 1), new Index2D(width, FourRows.Count)),
            buffers,
            shape,
            rule,
            groups.Tiles,
            SpecializedValue.New(shape.Hidden));
    }

    private static void Kernel(
        ImprovisationBuffers buffers, ImprovisationShape sizes, SamplingRule rule, int tiles, SpecializedValue<int> hidden)
    {
        var shape = new ImprovisationShape(sizes.Solos, sizes.Notes, hidden, sizes.Vocabulary);
        var parts = new PickParts(
            SharedMemory.Allocate<float>(PickParts.Length), SharedMemory.Allocate<int>(PickParts.Length), SharedMemory.Allocate<int>(PickParts.Solos));
        var (start, end) = (Grid.IdxX * tiles, TileGroups.End(Grid.IdxX, shape.Solos, tiles));
        for (var note = 0; note < shape.Notes; note++)
        {
            for (var first = 0; first < shape.Hidden; first += Group.DimX)
            {
                if (!ColumnGroups.Has(first + Group.IdxX, shape.Hidden)) continue;
                for (var tile = start; tile < end; tile++) SumGates(buffers, shape, tile, note, first + Group.IdxX);
            }

            Group.Barrier();
            for (var first = 0; first < shape.Hidden; first += Group.DimX)
            {
                if (!ColumnGroups.Has(first + Group.IdxX, shape.Hidden)) continue;
                for (var tile = start; tile < end; tile++) Activate(buffers, shape, tile * FourRows.Count + Group.IdxY, note, first + Group.IdxX);
            }

            Group.Barrier();
            for (var round = 0; round < shape.Vocabulary; round += FourRows.Count * Group.DimX)
            {
                // Two cases, so that where all work-items of a row have a token none is asked.
                var first = round + Group.IdxY * Group.DimX;
                if (first + Group.DimX <= shape.Vocabulary)
                {
                    for (var tile = start; tile < end; tile++) SumLogits(buffers, shape, tile, first + Group.IdxX);
                }
                else if (first + Group.IdxX < shape.Vocabulary)
                {
                    for (var tile = start; tile < end; tile++) SumLogits(buffers, shape, tile, first + Group.IdxX);
                }
            }

            Group.Barrier();
            NotePick.Run(buffers, shape, rule, parts, start, end, note);
        }
    }

    /// <summary>z of one unit's gate for the four solos of a tile: work-item (x, y) sums gate y of unit x.</summary>
    private static void SumGates(ImprovisationBuffers buffers, ImprovisationShape shape, int tile, int note, int unit)
    {
        var parameters = buffers.Parameters;
        var gates = shape.Gates;
        var column = Group.IdxY * shape.Hidden + unit;
        var solos = FourRows.Of(tile, shape.Solos);
        var z = default(FourSums);
        if (note > 0)
        {
            z = FourSums.Of(buffers.Hidden, solos.Times(shape.Hidden), 1, parameters.RecurrentKernel, column, gates, shape.Hidden);
            var tokens = FourRows.Load(buffers.Notes, solos.Times(shape.Notes).Plus(note - 1));
            z = parameters.OfTokens(tokens, gates, column).Plus(z);
        }

        z.Plus(parameters.Bias[column]).Store(buffers.Gates, solos.Times(gates).Plus(column));
    }

    /// <summary>c and h of one unit of a solo.</summary>
    private static void Activate(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note, int unit)
    {
        if (solo >= shape.Solos) return;
        var here = solo * shape.Hidden + unit;
        var gates = UnitGates.Load(buffers.Gates, solo * shape.Gates, shape.Hidden, unit).Activated();
        var state = LstmCell.State(gates.Input, gates.Forget, gates.Candidate, note > 0 ? buffers.Cells[here] : 0f);
        buffers.Cells[here] = state;
        buffers.Hidden[here] = LstmCell.Output(gates.Output, state);
    }

    /// <summary>y of one token for the four solos of a tile.</summary>
    private static void SumLogits(ImprovisationBuffers buffers, ImprovisationShape shape, int tile, int token)
    {
        var parameters = buffers.Parameters;
        var solos = FourRows.Of(tile, shape.Solos);
        FourSums.Of(buffers.Hidden, solos.Times(shape.Hidden), 1, parameters.DenseKernel, token, shape.Vocabulary, shape.Hidden)
            .Plus(parameters.DenseBias[token])
            .Store(buffers.Weights, solos.Times(shape.Vocabulary).Plus(token));
    }
}
