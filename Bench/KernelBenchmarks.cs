using BenchmarkDotNet.Attributes;
using GpuJazz.Kernels;
using GpuJazz.Model;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Bench;

/// <summary>Each operation of an update by itself, at the notebook's size; the update they make up was checked first.</summary>
public class KernelBenchmarks
{
    private NotebookSize? notebook;
    private Action? launch;

    [Params(
        nameof(LstmForward),
        nameof(Dense),
        nameof(SoftmaxCrossEntropy),
        nameof(Transpose),
        nameof(InputGradient),
        nameof(LstmBackward),
        nameof(EmbeddingGradient),
        nameof(WeightGradient),
        nameof(BiasGradient),
        nameof(StepMetrics),
        nameof(Adam))]
    public string Operation { get; set; } = "";

    [GlobalSetup]
    public void Open()
    {
        notebook = new NotebookSize();
        launch = Launch(notebook.Accelerator, NotebookSize.Shape, Operation);
    }

    [GlobalCleanup]
    public void Close() => notebook?.Dispose();

    [Benchmark]
    public void Run()
    {
        launch!();
        notebook!.Accelerator.Synchronize();
    }

    private static Action Launch(Accelerator accelerator, LstmShape shape, string operation)
    {
        var random = new Random(2);
        ArrayView<float> Numbers(int columns)
        {
            var values = Enumerable.Range(0, shape.Rows * columns).Select(_ => (float)random.NextDouble()).ToArray();
            return accelerator.Allocate1D(values).View;
        }

        var tokens = accelerator.Allocate1D(Enumerable.Range(0, shape.Rows).Select(_ => random.Next(shape.Vocabulary)).ToArray()).View;
        var parameters = accelerator.Allocate1D(Initializers.Create(NotebookSize.Model, 0)).View;
        var (h, v, g) = (shape.Hidden, shape.Vocabulary, shape.Gates);
        var views = ParameterViews.Of(parameters, h, v);
        var (gates, gateGradients, cells, hidden, logits) = (Numbers(g), Numbers(g), Numbers(h), Numbers(h), Numbers(v));
        ArrayView<float> Zeros(int count) => accelerator.Allocate1D<float>(count).View;
        var (losses, hits) = (Numbers(1), accelerator.Allocate1D<int>(shape.Rows).View);
        switch (operation)
        {
            case nameof(LstmForward):
                var forward = new LstmForward(accelerator);
                return () => forward.Run(new(tokens, views, gates, cells, hidden), shape);
            case nameof(SoftmaxCrossEntropy):
                var loss = new SoftmaxCrossEntropy(accelerator);
                return () => loss.Run(new(logits, tokens, losses, hits), shape);
            case nameof(Dense):
                var dense = new Dense(accelerator);
                return () => dense.Run(new(hidden, views.DenseKernel, views.DenseBias, logits), shape.Rows, h, v);
            case nameof(Transpose):
                var transpose = new Transpose(accelerator);
                var transposed = Zeros(g * h);
                return () => transpose.Run(views.RecurrentKernel, transposed, h, g);
            case nameof(InputGradient):
                var input = new InputGradient(accelerator);
                var transposedDense = Zeros(v * h);
                return () => input.Run(logits, transposedDense, hidden, shape.Rows, h, v);
            case nameof(LstmBackward):
                var backward = new LstmBackward(accelerator);
                var buffers = new LstmBackwardBuffers(views.RecurrentKernel, gates, cells, hidden, gateGradients, Zeros(shape.Rows * h));
                return () => backward.Run(buffers, shape);
            case nameof(EmbeddingGradient):
                var embedding = new EmbeddingGradient(accelerator);
                return () => embedding.Run(tokens, gateGradients, views.Kernel, shape);
            case nameof(WeightGradient):
                var weight = new WeightGradient(accelerator);
                return () => weight.Run(hidden, gateGradients, views.RecurrentKernel, new(shape.Rows - shape.Sequences, h, g, shape.Sequences));
            case nameof(BiasGradient):
                var bias = new BiasGradient(accelerator);
                return () => bias.Run(gateGradients, views.Bias, shape.Rows, g);
            case nameof(StepMetrics):
                var metrics = new StepMetrics(accelerator);
                return () => metrics.Run(new(losses, hits, cells, hits), shape);
            default:
                var adam = new Adam(accelerator);
                var count = ParameterViews.Count(h, v);
                var (gradients, first, second) = (Zeros(count), Zeros(count), Zeros(count));
                return () => adam.Run(new(parameters, gradients, first, second), 1e-9f);
        }
    }
}
