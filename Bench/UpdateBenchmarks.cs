using BenchmarkDotNet.Attributes;

namespace GpuJazz.Bench;

/// <summary>One training update, and its larger half.</summary>
public class UpdateBenchmarks
{
    private NotebookSize? notebook;

    [GlobalSetup]
    public void Open() => notebook = new NotebookSize();

    [GlobalCleanup]
    public void Close() => notebook?.Dispose();

    /// <summary>Forward, loss, backward and Adam: what the peers call an update.</summary>
    [Benchmark(Baseline = true)]
    public void Update() => notebook!.WholeUpdate();

    [Benchmark]
    public void GradientsAlone() => notebook!.Gradients();
}
