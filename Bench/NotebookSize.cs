using GpuJazz.Kernels;
using GpuJazz.Model;
using ILGPU;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Bench;

/// <summary>A model on its accelerator, the notebook's size if no other is named: random tokens, one update done and checked.</summary>
internal sealed class NotebookSize : IDisposable
{
    private readonly AcceleratorSession session = Accelerators.Open(AcceleratorChoice.Auto);
    private readonly MemoryBuffer1D<int, Stride1D.Dense> inputs, targets;

    public NotebookSize()
        : this(new(60, 30, 64, 78))
    {
    }

    public NotebookSize(LstmShape shape)
    {
        Shape = shape;
        var random = new Random(1);
        int[] Tokens() => [.. Enumerable.Range(0, Shape.Rows).Select(_ => random.Next(Shape.Vocabulary))];
        inputs = Accelerator.Allocate1D(Tokens());
        targets = Accelerator.Allocate1D(Tokens());
        Update = new TrainingUpdate(Accelerator, Model, Shape.Sequences, Shape.Steps);
        InitialParameters = Initializers.Create(Model, 0);
        Update.Buffers.Parameters.CopyFromCPU(InitialParameters);
        Verify();
    }

    public LstmShape Shape { get; }

    public ModelShape Model => new(Shape.Hidden, Shape.Vocabulary);

    public Accelerator Accelerator => session.Accelerator;

    public ArrayView<int> Inputs => inputs.View;

    public ArrayView<int> Targets => targets.View;

    public TrainingUpdate Update { get; }

    public float[] InitialParameters { get; }

    /// <summary>Forward, loss, backward and gradients of the batch, waited for.</summary>
    public void Gradients()
    {
        Update.ComputeGradients(inputs.View, targets.View, Shape.Sequences);
        Accelerator.Synchronize();
    }

    public void Dispose()
    {
        Update.Dispose();
        inputs.Dispose();
        targets.Dispose();
        session.Dispose();
    }

    /// <summary>Refuses to time what is not right: the gradient must be the reference's.</summary>
    private void Verify()
    {
        Gradients();
        var gradients = new double[Model.ParameterCount];
        new Reference.TrainingUpdate(Shape).Gradients(
            inputs.GetAsArray1D(), targets.GetAsArray1D(), Array.ConvertAll(InitialParameters, value => (double)value), gradients);
        var own = Update.Buffers.Gradients.GetAsArray1D();
        var difference = Math.Sqrt(own.Zip(gradients).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
        var norm = Math.Sqrt(gradients.Sum(value => value * value));
        if (!(difference <= 1e-5 * norm))
            throw new InvalidOperationException($"the gradient is off by {difference / norm:E2}: there is nothing to time");
    }
}
