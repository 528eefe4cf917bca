// Whole solos in one launch: each note that is picked is the next input.
//
//   x₀, h₀, c₀ = 0;   h, c = LSTM(x, h, c);   y = h·W + b;   note = pick(y);   x = onehot(note)
//
// A model that hears chords takes onehot(chord) beside x, the chord where the note to be picked will begin: each solo keeps its place in
// the changes, and each note moves it on (ChordViews). That is compiled in only for such models.
//
// With several layers, each takes the new h of the one below for its x.
//
// pick is the argmax, or a draw from softmax(y / temperature), cut to the likeliest by top-k and top-p (NotePick). The random numbers
// are counter-based: solo s draws with the key seed + s, and its sums are taken in the same order, whatever the batch.
//
// Notes that are given are heard but not picked: what a solo is to go on from. A launch may also begin in the middle, with the state of
// the note before in the buffers: a search that takes one step at a time has no use for the pick, only for the logits that it leaves.
//
// Launch  a group one or more tiles of four solos, all notes in one launch, so that each weight that is read serves four. A group is
//         (H, 4), or narrower and then works in turns: gate sums by unit and gate, then units by solo of a tile, layer by
//         layer, then tokens, a barrier after each.
// Cost    notes·((2L − 1)·2·H·4H + 2·H·V) floating-point operations a solo.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>Improvises many solos of many notes in one launch.</summary>
public sealed class Improvisation
{
    private readonly Accelerator accelerator;
    private readonly ResidentImprovisation resident;
    private readonly Action<KernelConfig, ImprovisationBuffers, ImprovisationShape, SamplingRule, int, SpecializedValue<ImprovisationForm>> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public Improvisation(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        resident = new ResidentImprovisation(accelerator);
        launch = accelerator.LoadStreamKernel<
            ImprovisationBuffers, ImprovisationShape, SamplingRule, int, SpecializedValue<ImprovisationForm>>(Kernel);
    }

    /// <summary>Queues the solos on the default stream.</summary>
    /// <param name="buffers">What it reads and writes.</param>
    /// <param name="shape">The sizes; every buffer must be at least as long as they say.</param>
    /// <param name="rule">How a note is picked.</param>
    public void Run(ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule)
    {
        if (ResidentForm.Suits(shape, rule, accelerator))
        {
            resident.Run(buffers, shape, rule);
            return;
        }

        var width = ColumnGroups.Of(accelerator, shape.Hidden, FourRows.Count).Width;
        var groups = TileGroups.Of(accelerator, shape.Solos);
        launch(
            (new Index2D(groups.Groups, 1), new Index2D(width, FourRows.Count)),
            shape.Chords > 0 ? buffers : buffers.WithoutChords,
            shape,
            rule,
            groups.Tiles,
            SpecializedValue.New(new ImprovisationForm(shape.Hidden, shape.Layers, rule.Recent, shape.Chords)));
    }

    private static void Kernel(
        ImprovisationBuffers buffers,
        ImprovisationShape sizes,
        SamplingRule rule,
        int tiles,
        SpecializedValue<ImprovisationForm> specializedForm)
    {
        var form = specializedForm.Value;
        var shape = new ImprovisationShape(
            sizes.Solos, sizes.Notes, form.Hidden, sizes.Vocabulary, form.Layers, sizes.First, sizes.Given, form.Chords, sizes.Form, sizes.Period);
        var parts = new PickParts(
            SharedMemory.Allocate<float>(PickParts.Length),
            SharedMemory.Allocate<int>(PickParts.Length),
            SharedMemory.Allocate<float>(PickParts.Solos),
            SharedMemory.Allocate<int>(PickParts.Solos));
        var (start, end) = (Grid.IdxX * tiles, TileGroups.End(Grid.IdxX, shape.Solos, tiles));
        for (var note = shape.First; note < shape.Notes; note++)
        {
            for (var layer = 0; layer < shape.Layers; layer++)
            {
                for (var first = 0; first < shape.Hidden; first += Group.DimX)
                {
                    if (!ColumnGroups.Has(first + Group.IdxX, shape.Hidden)) continue;
                    for (var tile = start; tile < end; tile++) SumGates(buffers, shape, tile, note, layer, first + Group.IdxX);
                }

                Group.Barrier();
                for (var first = 0; first < shape.Hidden; first += Group.DimX)
                {
                    if (!ColumnGroups.Has(first + Group.IdxX, shape.Hidden)) continue;
                    for (var tile = start; tile < end; tile++)
                        Activate(buffers, shape, tile * FourRows.Count + Group.IdxY, note, layer, first + Group.IdxX);
                }

                Group.Barrier();
            }

            if (note >= shape.Given)
            {
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
                NotePick.Run(buffers, shape, rule, form.Recent, parts, start, end, note);
            }

            if (shape.Chords > 0)
            {
                if (Group.IdxX == 0)
                    for (var tile = start; tile < end; tile++) Advance(buffers, shape, tile * FourRows.Count + Group.IdxY, note);

                Group.Barrier();
            }
        }
    }

    /// <summary>z of one unit's gate for the four solos of a tile: work-item (x, y) sums gate y of unit x.</summary>
    private static void SumGates(ImprovisationBuffers buffers, ImprovisationShape shape, int tile, int note, int layer, int unit)
    {
        var column = Group.IdxY * shape.Hidden + unit;
        var solos = FourRows.Of(tile, shape.Solos);
        var places = solos.Times(shape.Gates).Plus(column);
        if (layer == 0) SumGatesOfFirst(buffers, shape, solos, note, column).Store(buffers.Gates, places);
        else SumGatesAbove(buffers, shape, solos, note, layer, column, places);
    }

    private static FourSums SumGatesOfFirst(ImprovisationBuffers buffers, ImprovisationShape shape, FourRows solos, int note, int column)
    {
        var parameters = buffers.Parameters;
        var z = default(FourSums);
        if (note > 0)
        {
            z = shape.Solos == 1
                ? FourSums.OfOneRow(buffers.Hidden, 0, parameters.RecurrentKernel, column, shape.Gates, shape.Hidden)
                : FourSums.Of(buffers.Hidden, solos.Times(shape.Hidden), 1, parameters.RecurrentKernel, column, shape.Gates, shape.Hidden);
            var tokens = FourRows.Load(buffers.Notes, solos.Times(shape.Notes).Plus(note - 1));
            z = parameters.OfTokens(tokens, shape.Gates, column).Plus(z);
        }

        if (shape.Chords > 0) z = buffers.Chords.At(solos, note, column, shape).Plus(z);
        return z.Plus(parameters.Bias[column]);
    }

    /// <summary>z of a layer above: what comes from the layer below, then what comes from the note before, then the bias.</summary>
    private static void SumGatesAbove(
        ImprovisationBuffers buffers, ImprovisationShape shape, FourRows solos, int note, int layer, int column, FourRows places)
    {
        var here = solos.Plus(layer * shape.Solos).Times(shape.Hidden);
        var below = here.Plus(-shape.Solos * shape.Hidden);
        var kernel = (layer - 1) * (2 * shape.Hidden + 1) * shape.Gates;
        var recurrent = kernel + shape.Hidden * shape.Gates;
        var bias = recurrent + shape.Hidden * shape.Gates + column;

        // One sum is put down before the other begins: four registers at a time.
        FourSums.Of(buffers.Hidden, below, 1, buffers.LayersAbove, kernel + column, shape.Gates, shape.Hidden).Store(buffers.Gates, places);
        var z = default(FourSums);
        if (note > 0) z = FourSums.Of(buffers.Hidden, here, 1, buffers.LayersAbove, recurrent + column, shape.Gates, shape.Hidden);
        FourSums.Load(buffers.Gates, places).Plus(z).Plus(buffers.LayersAbove[bias]).Store(buffers.Gates, places);
    }

    private static void Advance(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note)
    {
        if (solo < shape.Solos) buffers.Chords.Advance(solo, note, buffers.Notes[solo * shape.Notes + note], shape);
    }

    /// <summary>c and h of one unit of a solo.</summary>
    private static void Activate(ImprovisationBuffers buffers, ImprovisationShape shape, int solo, int note, int layer, int unit)
    {
        if (solo >= shape.Solos) return;
        var here = (layer * shape.Solos + solo) * shape.Hidden + unit;
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
        var top = solos.Plus((shape.Layers - 1) * shape.Solos).Times(shape.Hidden);
        var sums = shape.Solos == 1
            ? FourSums.OfOneRow(buffers.Hidden, top.First, parameters.DenseKernel, token, shape.Vocabulary, shape.Hidden)
            : FourSums.Of(buffers.Hidden, top, 1, parameters.DenseKernel, token, shape.Vocabulary, shape.Hidden);
        sums.Plus(parameters.DenseBias[token]).Store(buffers.Weights, solos.Times(shape.Vocabulary).Plus(token));
    }
}
