// One solo a group: Improvisation's formula, for where there are fewer solos than multiprocessors and each note waits for the one before.
//
// Launch  a group a solo, of four work-items a unit. In a note each work-item activates one gate of its unit and has the others' by
//         shuffles; then, when all h are there, it sums its quarter of what its unit's gates add to the next note and of the logits; then,
//         when all logits are there, each warp picks the note for itself. Two barriers a note.
// Cost    as Improvisation. The weights are read once.
using GpuJazz.Launching;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The kernel of <see cref="ResidentImprovisation"/> for few solos.</summary>
internal static class ResidentSolo
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
        var hidden = SharedMemory.Allocate<float>(form.HiddenRow);
        var logits = SharedMemory.Allocate<float>(form.LogitRow);
        var uniforms = SharedMemory.Allocate<float>(ResidentForm.Warp);
        var weights = new ItemWeights(LocalMemory.Allocate<float>(form.Held), others, form.Share);
        var sums = LocalMemory.Allocate<float>(form.Columns);
        var drawn = LocalMemory.Allocate<float>(form.Stretch);
        var (unit, slice, solo) = (Group.IdxX / ResidentForm.Slices, Group.IdxX % ResidentForm.Slices, Grid.IdxX);
        ResidentWeights.Load(buffers.Parameters, form, weights);
        for (var i = Group.IdxX; i < form.HiddenRow; i += Group.DimX) hidden[i] = 0f;
        for (var i = Group.IdxX; i < form.LogitRow; i += Group.DimX) logits[i] = float.NegativeInfinity;
        Group.Barrier();

        // Padding adds nothing and has no bias: its z is 0.
        var isUnit = unit < form.Hidden;
        var column = slice * form.Hidden + XMath.Min(unit, form.Hidden - 1);
        var bias = isUnit ? buffers.Parameters.Bias[column] : 0f;
        var sharpness = ResidentPick.Sharpness(rule);
        int token = -1, last = shape.Notes - 1;
        float recurrent = 0f, cell = 0f;
        for (var note = 0; note <= last; note++)
        {
            // The random numbers of a warp's worth of notes at once: it is many instructions to one number.
            if (note % ResidentForm.Warp == 0 && !rule.IsArgmax && Group.IdxX < ResidentForm.Warp)
                uniforms[Group.IdxX] = Philox.Uniform(rule.Seed + (uint)solo, note + Group.IdxX);

            var input = buffers.Parameters.Kernel[XMath.Max(token, 0) * ResidentForm.Gates * form.Hidden + column];
            var sum = (isUnit && token >= 0 ? input : 0f) + recurrent + bias;
            var own = ResidentGates.Of(sum, slice == 2 ? 1 : 0);
            var first = Group.IdxX % ResidentForm.Warp - slice;
            cell = LstmCell.State(Warp.Shuffle(own, first), Warp.Shuffle(own, first + 1), Warp.Shuffle(own, first + 2), cell);
            var output = Warp.Shuffle(own, first + 3) * ResidentGates.Tanh(cell);
            if (slice == 0) hidden[unit] = output;
            Group.Barrier();

            ResidentWeights.Sum(form, weights, hidden, sums);
            for (var t = 0; t < form.Tokens; t++)
            {
                var logit = NeighbourSums.Total(sums[ResidentForm.Gates + t]);
                var place = t * form.Units + unit;
                if (place < form.Vocabulary && slice == 0) logits[place] = logit + weights.Registers[form.Biases + ResidentForm.Gates + t];
            }

            recurrent = NeighbourSums.Dealt(new(sums[0], sums[1], sums[2], sums[3]), 1);
            if (note == last && slice == 0 && isUnit)
            {
                buffers.Hidden[solo * form.Hidden + unit] = output;
                buffers.Cells[solo * form.Hidden + unit] = cell;
            }

            // What is given needs no logits.
            var here = solo * shape.Notes + note;
            if (note < shape.Given)
            {
                token = buffers.Notes[here];
                Group.Barrier();
                continue;
            }

            Group.Barrier();
            if (rule.IsArgmax)
            {
                token = ResidentPick.Likeliest(form, logits);
                if (note == last)
                    for (var i = Group.IdxX; i < form.Vocabulary; i += Group.DimX) buffers.Weights[solo * form.Vocabulary + i] = logits[i];
            }
            else
            {
                token = ResidentPick.Draw(form, logits, drawn, sharpness, uniforms[note % ResidentForm.Warp]);
                if (note == last) ResidentPick.Store(form, drawn, buffers.Weights, solo);
            }

            if (Group.IdxX == 0) buffers.Notes[here] = token;
        }
    }
}
