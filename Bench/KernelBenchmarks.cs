using BenchmarkDotNet.Attributes;
using GpuJazz.Kernels;

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
        launch = Operations.Launch(notebook, Operation);
    }

    [GlobalCleanup]
    public void Close() => notebook?.Dispose();

    [Benchmark]
    public void Run()
    {
        launch!();
        notebook!.Accelerator.Synchronize();
    }
}
