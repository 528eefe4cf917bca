using BenchmarkDotNet.Attributes;
using GpuJazz.Model;

namespace GpuJazz.Bench;

/// <summary>Solos of 50 notes: one, and a thousand at once.</summary>
public class SoloBenchmarks
{
    private NotebookSize? notebook;
    private Improviser? improviser;

    [Params(1, 1000)]
    public int Solos { get; set; }

    [GlobalSetup]
    public void Open()
    {
        notebook = new NotebookSize();
        improviser = new Improviser(notebook.Accelerator, notebook.Model, notebook.InitialParameters);
    }

    [GlobalCleanup]
    public void Close()
    {
        improviser?.Dispose();
        notebook?.Dispose();
    }

    [Benchmark]
    public int[][] Argmax() => improviser!.Improvise(new() { Count = Solos, Sampling = SamplingKind.Argmax });

    [Benchmark]
    public int[][] Softmax() => improviser!.Improvise(new() { Count = Solos, Temperature = 1 });
}
