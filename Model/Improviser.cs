using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model;

/// <summary>Improvises with a trained model, whole solos in one launch.</summary>
public sealed class Improviser : IDisposable
{
    private readonly Accelerator accelerator;
    private readonly ModelShape shape;
    private readonly Improvisation kernel;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> parameters;

    /// <summary>Loads the kernel and the parameters.</summary>
    /// <param name="accelerator">Where to improvise; must outlive this object.</param>
    /// <param name="shape">H, V and L.</param>
    /// <param name="parameters">[P], in the layout of <see cref="ParameterViews"/>.</param>
    /// <exception cref="ModelException">There are more or fewer parameters than the shape says.</exception>
    public Improviser(Accelerator accelerator, ModelShape shape, float[] parameters)
    {
        if (parameters.Length != shape.ParameterCount)
            throw new ModelException($"a model of this shape has {shape.ParameterCount} parameters, not {parameters.Length}");
        this.accelerator = accelerator;
        this.shape = shape;
        kernel = new Improvisation(accelerator);
        this.parameters = accelerator.Allocate1D(parameters);
    }

    /// <summary>Improvises.</summary>
    /// <param name="settings">How many solos, how long, and how tokens are picked.</param>
    /// <returns>The tokens of each solo, [B][N].</returns>
    /// <exception cref="ModelException">A setting is out of range.</exception>
    public int[][] Improvise(ImprovisationSettings settings)
    {
        settings.Validated();
        long count = settings.Count;
        if (count * Math.Max(Math.Max(settings.Notes, shape.Layers * shape.Hidden), Math.Max(shape.GateColumns, shape.Vocabulary)) > int.MaxValue)
            throw new ModelException($"--count {count}: the solos would not fit in one buffer; ask for fewer at a time");

        using var gates = accelerator.Allocate1D<float>(count * shape.GateColumns);
        using var hidden = accelerator.Allocate1D<float>(shape.Layers * count * shape.Hidden);
        using var cells = accelerator.Allocate1D<float>(shape.Layers * count * shape.Hidden);
        using var weights = accelerator.Allocate1D<float>(count * shape.Vocabulary);
        using var notes = accelerator.Allocate1D<int>(count * settings.Notes);
        var views = ParameterViews.Of(parameters.View, shape.Hidden, shape.Vocabulary, shape.Layers);
        var above = ParameterViews.LayersAbove(parameters.View, shape.Hidden, shape.Vocabulary, shape.Layers);
        kernel.Run(
            new(views, above, gates.View, hidden.View, cells.View, weights.View, notes.View),
            new(settings.Count, settings.Notes, shape.Hidden, shape.Vocabulary, shape.Layers),
            settings.Rule());
        accelerator.Synchronize();
        return [.. notes.GetAsArray1D().Chunk(settings.Notes)];
    }

    /// <summary>Frees the parameters.</summary>
    public void Dispose() => parameters.Dispose();
}
