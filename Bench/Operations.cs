using GpuJazz.Kernels;

namespace GpuJazz.Bench;

/// <summary>Each operation of an update by itself, on the buffers that the checked update has left.</summary>
internal static class Operations
{
    /// <summary>The operations, in their order in an update.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        nameof(LstmForward),
        nameof(Dense),
        nameof(SoftmaxCrossEntropy),
        nameof(StepMetrics),
        nameof(Transpose),
        nameof(InputGradient),
        nameof(LstmBackward),
        nameof(EmbeddingGradient),
        nameof(WeightGradient),
        nameof(BiasGradient),
        nameof(Adam),
    ];

    /// <summary>An operation at the size of a model. Of those that an update has twice, the larger one.</summary>
    /// <param name="model">What it works on; what it computes anew is what was there, or as good for timing.</param>
    /// <param name="operation">The class of the kernel.</param>
    /// <returns>Queues one launch.</returns>
    public static Action Launch(NotebookSize model, string operation)
    {
        var (accelerator, shape, b) = (model.Accelerator, model.Shape, model.Update.Buffers);
        var (rows, h, v, g) = (shape.Rows, shape.Hidden, shape.Vocabulary, shape.Gates);
        var weights = ParameterViews.Of(b.Parameters.View, h, v);
        var slopes = ParameterViews.Of(b.Gradients.View, h, v);
        switch (operation)
        {
            case nameof(LstmForward):
                var forward = new LstmForward(accelerator);
                return () => forward.Run(new(model.Inputs, weights, b.Gates.View, b.Cells.View, b.Hidden.View), shape);
            case nameof(SoftmaxCrossEntropy):
                var loss = new SoftmaxCrossEntropy(accelerator);
                return () => loss.Run(new(b.LogitGradients.View, model.Targets, b.Losses.View, b.Hits.View), shape);
            case nameof(Dense):
                var dense = new Dense(accelerator);
                return () => dense.Run(new(b.Hidden.View, weights.DenseKernel, weights.DenseBias, b.LogitGradients.View), rows, h, v);
            case nameof(Transpose):
                var transpose = new Transpose(accelerator);
                return () => transpose.Run(weights.RecurrentKernel, b.TransposedRecurrent.View, h, g);
            case nameof(InputGradient):
                var input = new InputGradient(accelerator);
                return () => input.Run(b.LogitGradients.View, b.TransposedDense.View, b.HiddenGradients.View, rows, h, v);
            case nameof(LstmBackward):
                var backward = new LstmBackward(accelerator);
                return () => backward.Run(
                    new(
                        weights.RecurrentKernel,
                        b.TransposedRecurrent.View,
                        b.Gates.View,
                        b.Cells.View,
                        b.HiddenGradients.View,
                        b.GateGradients.View,
                        b.CellGradients.View),
                    shape);
            case nameof(EmbeddingGradient):
                var embedding = new EmbeddingGradient(accelerator);
                return () => embedding.Run(model.Inputs, b.GateGradients.View, slopes.Kernel, shape);
            case nameof(WeightGradient):
                var weight = new WeightGradient(accelerator);
                var recurrent = new WeightGradientShape(rows - shape.Sequences, h, g, shape.Sequences);
                return () => weight.Run(b.Hidden.View, b.GateGradients.View, slopes.RecurrentKernel, recurrent);
            case nameof(BiasGradient):
                var bias = new BiasGradient(accelerator);
                return () => bias.Run(b.GateGradients.View, slopes.Bias, rows, g);
            case nameof(StepMetrics):
                var metrics = new StepMetrics(accelerator);
                return () => metrics.Run(new(b.Losses.View, b.Hits.View, b.LossSums.View, b.HitSums.View), shape);
            default:
                return () => model.Update.Apply(Adam.StepSize(1e-9, 0, 1));
        }
    }
}
