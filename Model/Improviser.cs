using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>Improvises with a trained model, whole solos in one launch. For one thread at a time.</summary>
public sealed class Improviser : IDisposable
{
    private readonly Accelerator accelerator;
    private readonly ModelShape shape;
    private readonly Improvisation kernel;
    private readonly float[] loaded;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> parameters;
    private readonly ReusedBuffer<float> gates, hidden, cells, weights;
    private readonly ReusedBuffer<int> notes;
    private readonly HeardChordRows? chordRows;

    /// <summary>Loads the kernel and the parameters.</summary>
    /// <param name="accelerator">Where to improvise; must outlive this object.</param>
    /// <param name="shape">H, V, L and C.</param>
    /// <param name="parameters">[P], in the layout of <see cref="ParameterViews"/>.</param>
    /// <exception cref="ModelException">There are more or fewer parameters than the shape says.</exception>
    public Improviser(Accelerator accelerator, ModelShape shape, float[] parameters)
    {
        if (parameters.Length != shape.ParameterCount)
            throw new ModelException($"a model of this shape has {shape.ParameterCount} parameters, not {parameters.Length}");
        this.accelerator = accelerator;
        this.shape = shape;
        kernel = new Improvisation(accelerator);
        loaded = parameters;
        this.parameters = accelerator.Allocate1D(parameters);
        gates = new(accelerator);
        hidden = new(accelerator);
        cells = new(accelerator);
        weights = new(accelerator);
        notes = new(accelerator);
        if (shape.Chords > 0) chordRows = new(accelerator, shape);
    }

    /// <summary>Improvises.</summary>
    /// <param name="settings">How many solos, how long, and how tokens are picked.</param>
    /// <param name="heard">The tokens, 0 to V − 1, that every solo goes on from; none to begin anew.</param>
    /// <param name="changes">The changes that the solos run through, from what was heard on; null exactly where the model hears no chords.</param>
    /// <returns>The tokens of each solo, [B][N], without those that were heard.</returns>
    /// <exception cref="ModelException">A setting is out of range.</exception>
    public int[][] Improvise(ImprovisationSettings settings, IReadOnlyList<int>? heard = null, HeardChanges? changes = null)
    {
        settings.Validated();
        heard ??= [];
        ArgumentOutOfRangeException.ThrowIfNotEqual(changes is not null, shape.Chords > 0, nameof(changes));
        changes?.Require(shape);
        long count = settings.Count;
        var length = heard.Count + settings.Notes;
        if (count * Math.Max(Math.Max(length, shape.Layers * shape.Hidden), Math.Max(shape.GateColumns, shape.Vocabulary)) > int.MaxValue)
            throw new ModelException($"--count {count}: the solos would not fit in one buffer; ask for fewer at a time");

        var tokens = notes.Of(count * length);
        if (heard.Count > 0) tokens.CopyFromCPU([.. Enumerable.Repeat<int[]>([.. heard, .. new int[settings.Notes]], settings.Count).SelectMany(solo => solo)]);
        var views = ParameterViews.Of(parameters.View, shape.Hidden, shape.Vocabulary, shape.Layers);
        var above = ParameterViews.LayersAbove(parameters.View, shape.Hidden, shape.Vocabulary, shape.Layers);
        var buffers = new ImprovisationBuffers(
            views,
            above,
            gates.Of(count * shape.GateColumns),
            hidden.Of(shape.Layers * count * shape.Hidden),
            cells.Of(shape.Layers * count * shape.Hidden),
            weights.Of(count * shape.Vocabulary),
            tokens);
        var sizes = new ImprovisationShape(settings.Count, length, shape.Hidden, shape.Vocabulary, shape.Layers, Given: heard.Count);
        if (changes is null) kernel.Run(buffers, sizes, settings.Rule());
        else RunThrough(changes, buffers, sizes, settings.Rule());

        // The copy waits for the launch.
        return [.. tokens.GetAsArray().Chunk(length).Select(solo => solo[heard.Count..])];
    }

    /// <summary>Adds to the logits of tokens, so that they come more or less often; each call starts from the parameters as they were loaded.</summary>
    /// <param name="bias">[V]: what is added to each token's logit.</param>
    public void Lean(ReadOnlySpan<float> bias)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bias.Length, shape.Vocabulary);

        // The dense layer has a bias already: one more summand needs no kernel of its own.
        var leaning = (float[])loaded.Clone();
        var own = shape.DenseBias.In(leaning);
        for (var token = 0; token < bias.Length; token++) own[token] += bias[token];
        parameters.CopyFromCPU(leaning);
    }

    /// <summary>The parameters as they are now, with what was leant by.</summary>
    /// <returns>[P], a copy.</returns>
    public float[] CopyParameters() => parameters.GetAsArray1D();

    private void RunThrough(HeardChanges changes, ImprovisationBuffers buffers, ImprovisationShape sizes, SamplingRule rule)
    {
        using var chords = accelerator.Allocate1D(changes.Chords);
        using var advances = accelerator.Allocate1D(changes.Advances);
        using var places = accelerator.Allocate1D<int>((long)sizes.Solos * sizes.Notes);
        kernel.Run(
            buffers with { Chords = new(chordRows!.Of(parameters.View), chords.View, advances.View, places.View) },
            sizes with { Chords = shape.Chords, Form = changes.Chords.Length, Period = changes.Period(shape.Vocabulary) },
            rule);
        accelerator.Synchronize();
    }

    /// <summary>Frees the parameters and the memory that solos were made in.</summary>
    public void Dispose()
    {
        parameters.Dispose();
        gates.Dispose();
        hidden.Dispose();
        cells.Dispose();
        weights.Dispose();
        notes.Dispose();
        chordRows?.Dispose();
    }
}
