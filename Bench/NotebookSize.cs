using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Model.Measuring;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Bench;

/// <summary>A measured update on an accelerator of its own, the notebook's size if no other is named; nothing is timed that is not right.</summary>
internal sealed class NotebookSize : IDisposable
{
    // Of the gradient's length, all sequences of the batch being compared.
    private const double Allowance = 1e-5;

    private readonly AcceleratorSession session = Accelerators.Open(AcceleratorChoice.Auto);
    private readonly MeasuredUpdate measured;

    public NotebookSize()
        : this(new(60, 30, 64, 78))
    {
    }

    public NotebookSize(LstmShape shape)
    {
        measured = new MeasuredUpdate(session.Accelerator, shape);
        measured.Verify(Allowance, double.PositiveInfinity);
    }

    public LstmShape Shape => measured.Shape;

    public ModelShape Model => measured.Model;

    public Accelerator Accelerator => session.Accelerator;

    public ArrayView<int> Inputs => measured.Inputs;

    public ArrayView<int> Targets => measured.Targets;

    public TrainingUpdate Update => measured.Update;

    public float[] InitialParameters => measured.Parameters;

    /// <summary>Forward, loss, backward, gradients and Adam, waited for: what the peers call an update.</summary>
    public void WholeUpdate() => measured.Run();

    /// <summary>The update without Adam, waited for.</summary>
    public void Gradients() => measured.RunGradients();

    public void Dispose()
    {
        measured.Dispose();
        session.Dispose();
    }
}
