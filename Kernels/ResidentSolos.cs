// Tiles of four solos a group: Improvisation's formula, for many solos. Each weight that a work-item keeps serves all of them.
//
// Launch  a group one or two tiles, of four work-items a unit. In a note each work-item activates its unit for one solo of each tile; then,
//         when all h are there, it sums its quarter of what its unit's gates add to the next note and of the logits, for all solos; then,
//         when all logits are there, a warp picks the note of a solo. A barrier after each.
// Cost    as Improvisation. The weights are read once.
using GpuJazz.Launching;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The kernel of <see cref="ResidentImprovisation"/> for many solos.</summary>
internal static class ResidentSolos
{
    /// <summary>The kernel for up to 64 units, whose weights are all in registers.</summary>
    /// <param name="buffers">What it reads and writes, without chords.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="rule">How a note is picked.</param>
    /// <param name="specializedForm">What it is compiled for.</param>
    public static void Kernel(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, SpecializedValue<ResidentForm> specializedForm) =>
        Improvise(buffers, shape, rule, specializedForm.Value, buffers.Weights);

    /// <summary>The kernel for up to 96 units.</summary>
    /// <param name="buffers">What it reads and writes, without chords.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="rule">How a note is picked.</param>
    /// <param name="specializedForm">What it is compiled for.</param>
    [LaunchBounds(ResidentForm.MiddleWidth, 1)]
    public static void MiddleKernel(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, SpecializedValue<ResidentForm> specializedForm) =>
        Improvise(buffers, shape, rule, specializedForm.Value, SharedMemory.GetDynamic<float>());

    /// <summary>The kernel for up to 128 units.</summary>
    /// <param name="buffers">What it reads and writes, without chords.</param>
    /// <param name="shape">The sizes.</param>
    /// <param name="rule">How a note is picked.</param>
    /// <param name="specializedForm">What it is compiled for.</param>
    [LaunchBounds(ResidentForm.MostWidth, 1)]
    public static void WideKernel(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, SpecializedValue<ResidentForm> specializedForm) =>
        Improvise(buffers, shape, rule, specializedForm.Value, SharedMemory.GetDynamic<float>());

    private static void Improvise(
        ImprovisationBuffers buffers, ImprovisationShape shape, SamplingRule rule, ResidentForm form, ArrayView<float> others)
    {
        var group = new ResidentGroup(
            SharedMemory.Allocate<float>(form.Solos * form.HiddenRow),
            SharedMemory.Allocate<float>(form.Solos * form.LogitRow),
            SharedMemory.Allocate<float>(form.Solos * form.Units * ResidentForm.Gates),
            SharedMemory.Allocate<float>(form.Solos * form.Units),
            SharedMemory.Allocate<float>(form.Solos * ResidentForm.Warp),
            SharedMemory.Allocate<int>(form.Solos));
        var own = new ResidentItem(
            new(LocalMemory.Allocate<float>(form.Held), others, form.Share),
            LocalMemory.Allocate<float>(form.Columns * FourRows.Count),
            LocalMemory.Allocate<float>(form.Stretch));
        var start = Grid.IdxX * form.Solos;
        ResidentWeights.Load(buffers.Parameters, form, own.Weights);
        Clear(form, group);
        for (var note = 0; note < shape.Notes; note++)
        {
            // The random numbers of a warp's worth of notes at once: it is many instructions to one number.
            if (note % ResidentForm.Warp == 0 && !rule.IsArgmax)
            {
                for (var i = Group.IdxX; i < form.Solos * ResidentForm.Warp; i += Group.DimX)
                    group.Uniforms[i] = Philox.Uniform(rule.Seed + (uint)(start + i / ResidentForm.Warp), note + i % ResidentForm.Warp);
            }

            for (var tile = 0; tile < form.Tiles; tile++) Activate(buffers.Parameters, form, group, own.Weights.Registers, tile);
            Group.Barrier();
            for (var tile = 0; tile < form.Tiles; tile++) Sum(form, group, own, tile);
            Group.Barrier();
            if (note < shape.Given)
            {
                if (Group.IdxX < form.Solos)
                    group.Tokens[Group.IdxX] = buffers.Notes[XMath.Min(start + Group.IdxX, shape.Solos - 1) * shape.Notes + note];
            }
            else
            {
                var warps = Group.DimX / ResidentForm.Warp;
                for (var place = Group.IdxX / ResidentForm.Warp; place < form.Solos; place += warps)
                    if (start + place < shape.Solos) Pick(buffers, shape, rule, form, group, own.Drawn, place, note);
            }

            Group.Barrier();
        }

        Store(buffers, shape, form, group, start);
    }

    /// <summary>Before the first note: no token, z, c and h are 0, and −∞ is behind the logits.</summary>
    private static void Clear(ResidentForm form, ResidentGroup group)
    {
        for (var i = Group.IdxX; i < form.Solos * form.HiddenRow; i += Group.DimX) group.Hidden[i] = 0f;
        for (var i = Group.IdxX; i < form.Solos * form.LogitRow; i += Group.DimX) group.Logits[i] = float.NegativeInfinity;
        for (var i = Group.IdxX; i < form.Solos * form.Units * ResidentForm.Gates; i += Group.DimX) group.Recurrent[i] = 0f;
        for (var i = Group.IdxX; i < form.Solos * form.Units; i += Group.DimX) group.Cells[i] = 0f;
        if (Group.IdxX < form.Solos) group.Tokens[Group.IdxX] = -1;
        Group.Barrier();
    }

    /// <summary>c and h of one unit: of its four work-items each has a solo of the tile.</summary>
    private static void Activate(
        ParameterViews parameters, ResidentForm form, ResidentGroup group, ArrayView<float> registers, int tile)
    {
        var (unit, place) = (Group.IdxX / ResidentForm.Slices, tile * FourRows.Count + Group.IdxX % ResidentForm.Slices);
        var own = tile * Group.DimX + Group.IdxX;
        var sums = UnitGates.Load(group.Recurrent, own * ResidentForm.Gates, 1, 0);
        var biases = UnitGates.Load(registers, form.Biases, 1, 0);
        var input = ResidentWeights.OfToken(parameters, form, group.Tokens[place], unit);
        var cell = LstmCell.State(
            ResidentGates.Logistic(input.Input + sums.Input + biases.Input),
            ResidentGates.Logistic(input.Forget + sums.Forget + biases.Forget),
            ResidentGates.Tanh(input.Candidate + sums.Candidate + biases.Candidate),
            group.Cells[own]);
        var output = ResidentGates.Logistic(input.Output + sums.Output + biases.Output) * ResidentGates.Tanh(cell);
        group.Cells[own] = cell;
        group.Hidden[place * form.HiddenRow + unit] = output;
    }

    /// <summary>What h of a tile's solos adds to the gates of the next note, and the logits.</summary>
    private static void Sum(ResidentForm form, ResidentGroup group, ResidentItem item, int tile)
    {
        var sums = item.Sums;
        ResidentWeights.SumFour(form, item.Weights, group.Hidden, tile * FourRows.Count * form.HiddenRow, sums);
        var (unit, place) = (Group.IdxX / ResidentForm.Slices, tile * FourRows.Count + Group.IdxX % ResidentForm.Slices);
        var own = (tile * Group.DimX + Group.IdxX) * ResidentForm.Gates;
        for (var n = 0; n < form.Columns; n++)
        {
            // A work-item gets the sums of the solo that it will activate.
            var sum = NeighbourSums.Dealt(new(sums[n * 4], sums[n * 4 + 1], sums[n * 4 + 2], sums[n * 4 + 3]), 1);
            var token = (n - ResidentForm.Gates) * form.Units + unit;
            if (n < ResidentForm.Gates) group.Recurrent[own + n] = sum;
            else if (token < form.Vocabulary) group.Logits[place * form.LogitRow + token] = sum + item.Weights.Registers[form.Biases + n];
        }
    }

    /// <summary>The note of one solo, by a warp.</summary>
    private static void Pick(
        ImprovisationBuffers buffers,
        ImprovisationShape shape,
        SamplingRule rule,
        ResidentForm form,
        ResidentGroup group,
        ArrayView<float> drawn,
        int place,
        int note)
    {
        var solo = Grid.IdxX * form.Solos + place;
        var logits = group.Logits.SubView(place * form.LogitRow, form.LogitRow);
        var isLast = note == shape.Notes - 1;
        int token;
        if (rule.IsArgmax)
        {
            token = ResidentPick.Likeliest(form, logits);
            if (isLast)
            {
                for (var i = Group.IdxX % ResidentForm.Warp; i < form.Vocabulary; i += ResidentForm.Warp)
                    buffers.Weights[solo * form.Vocabulary + i] = logits[i];
            }
        }
        else
        {
            var uniform = group.Uniforms[place * ResidentForm.Warp + note % ResidentForm.Warp];
            token = ResidentPick.Draw(form, logits, drawn, ResidentPick.Sharpness(rule), uniform);
            if (isLast) ResidentPick.Store(form, drawn, buffers.Weights, solo);
        }

        if (Group.IdxX % ResidentForm.Warp != 0) return;
        group.Tokens[place] = token;
        buffers.Notes[solo * shape.Notes + note] = token;
    }

    /// <summary>h and c after the last note.</summary>
    private static void Store(ImprovisationBuffers buffers, ImprovisationShape shape, ResidentForm form, ResidentGroup group, int start)
    {
        var unit = Group.IdxX / ResidentForm.Slices;
        for (var tile = 0; tile < form.Tiles; tile++)
        {
            var place = tile * FourRows.Count + Group.IdxX % ResidentForm.Slices;
            if (unit >= form.Hidden || start + place >= shape.Solos) continue;
            buffers.Hidden[(start + place) * form.Hidden + unit] = group.Hidden[place * form.HiddenRow + unit];
            buffers.Cells[(start + place) * form.Hidden + unit] = group.Cells[tile * Group.DimX + Group.IdxX];
        }
    }
}

/// <summary>What a group of <see cref="ResidentSolos"/> shares.</summary>
/// <param name="Hidden">[solos, row]: h.</param>
/// <param name="Logits">[solos, row]: y.</param>
/// <param name="Recurrent">[tiles, width, 4]: what a work-item's unit adds to the gates of the next note of its solo.</param>
/// <param name="Cells">[tiles, width]: c of a work-item's unit of its solo.</param>
/// <param name="Uniforms">[solos, 32]: the random numbers of these notes.</param>
/// <param name="Tokens">[solos]: the last token, −1 for none.</param>
internal readonly record struct ResidentGroup(
    ArrayView<float> Hidden,
    ArrayView<float> Logits,
    ArrayView<float> Recurrent,
    ArrayView<float> Cells,
    ArrayView<float> Uniforms,
    ArrayView<int> Tokens);

/// <summary>What a work-item of <see cref="ResidentSolos"/> has for itself, in registers but for some weights.</summary>
/// <param name="Weights">[depth, columns]: its weights, and in registers its biases.</param>
/// <param name="Sums">[columns, 4]: its parts of the sums of a tile.</param>
/// <param name="Drawn">[stretch]: what its tokens weigh in a draw.</param>
internal readonly record struct ResidentItem(ItemWeights Weights, ArrayView<float> Sums, ArrayView<float> Drawn);
