using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>What a model's chords add to the gates, a row for each chord, whether the parameters have a row for each chord or for each part.</summary>
internal sealed class HeardChordRows : IDisposable
{
    private readonly ModelShape model;
    private readonly EmbeddingGradient embeddingGradient;
    private readonly ChordRows rows;
    private readonly WeightGradientShape sizes;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> members, chords, noBias;

    /// <summary>Loads the kernels, and the table if there is one.</summary>
    /// <param name="accelerator">Where to run; must outlive this object.</param>
    /// <param name="model">H, V, L, and what is heard of chords.</param>
    public HeardChordRows(Accelerator accelerator, ModelShape model)
    {
        this.model = model;
        embeddingGradient = new EmbeddingGradient(accelerator);
        rows = new ChordRows(accelerator);
        var table = model.ChordTable;
        sizes = new(model.Chords, model.ChordRows, model.GateColumns, 0);
        members = accelerator.Allocate1D(table?.Members() ?? [0]);
        chords = accelerator.Allocate1D<float>(table is null ? 1 : (long)model.Chords * model.GateColumns);
        noBias = accelerator.Allocate1D(new float[model.GateColumns]);
    }

    /// <summary>Queues what it takes to have the rows.</summary>
    /// <param name="parameters">The model's, in the layout of <see cref="ParameterViews"/>.</param>
    /// <returns>[C, 4H]: row c is what chord c adds to the gates; valid until this is called again.</returns>
    public ArrayView<float> Of(ArrayView<float> parameters)
    {
        var own = OwnRows(parameters);
        if (model.ChordTable is null) return own;
        rows.Run(members.View, own, noBias.View, chords.View, sizes);
        return chords.View;
    }

    /// <summary>Queues the gradient of the parameters' rows.</summary>
    /// <param name="heard">[T, m]: the chords, −1 for the zero vector.</param>
    /// <param name="gateGradients">dz [T, m, 4H] of the first layer.</param>
    /// <param name="gradients">The gradient of all parameters; its chords' rows are written.</param>
    /// <param name="shape">T, m and H.</param>
    public void Gradient(ArrayView<int> heard, ArrayView<float> gateGradients, ArrayView<float> gradients, LstmShape shape)
    {
        var own = OwnRows(gradients);
        embeddingGradient.Run(heard, gateGradients, model.ChordTable is null ? own : chords.View, shape with { Vocabulary = model.Chords });
        if (model.ChordTable is not null) rows.RunGradient(members.View, chords.View, own, sizes);
    }

    private ArrayView<float> OwnRows(ArrayView<float> flat) =>
        ParameterViews.ChordKernel(flat, model.Hidden, model.Vocabulary, model.Layers, model.ChordRows);

    /// <summary>Frees the buffers.</summary>
    public void Dispose()
    {
        members.Dispose();
        chords.Dispose();
        noBias.Dispose();
    }
}
