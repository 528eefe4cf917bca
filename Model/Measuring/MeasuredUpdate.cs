using GpuJazz.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Model.Measuring;

/// <summary>One training update of some size, to be verified and then timed.</summary>
public sealed class MeasuredUpdate : IDisposable
{
    // So small that weights hardly move, however often the update runs.
    private const double LearningRate = 1e-9;

    // About a second of plain loops.
    private const double ReferenceOperations = 1.2e9;

    private readonly Accelerator accelerator;
    private readonly TrainingSettings settings;
    private readonly BatchPart[] parts;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> inputs, targets;
    private readonly RepeatedUpdate whole;

    /// <summary>Allocates everything, with the weights of <see cref="HashedNumbers"/>.</summary>
    /// <param name="accelerator">Where to run; must outlive this object.</param>
    /// <param name="shape">m, T, H and V.</param>
    /// <param name="precision">Of the factors of products.</param>
    /// <param name="isWhole">Whether the batch is taken whole where training would take it in parts.</param>
    /// <exception cref="ModelException">The buffers would be too long.</exception>
    public MeasuredUpdate(Accelerator accelerator, LstmShape shape, Precision precision = Precision.Fp32, bool isWhole = false)
    {
        this.accelerator = accelerator;
        Shape = shape;
        Model = new ModelShape(shape.Hidden, shape.Vocabulary);
        Parameters = HashedNumbers.Parameters(Model);
        settings = new TrainingSettings { Steps = shape.Steps, Precision = precision };
        var estimate = new MemoryEstimate(Model, settings);
        var most = isWhole || accelerator.AcceleratorType != AcceleratorType.CPU ? shape.Sequences : estimate.SequencesNearCores(shape.Sequences);
        parts = [.. BatchPart.Of(shape.Sequences, most)];
        Update = new TrainingUpdate(accelerator, Model, parts[0].Sequences, shape.Steps, settings, isPart: parts.Length > 1);
        Update.Buffers.Parameters.CopyFromCPU(Parameters);
        inputs = accelerator.Allocate1D<int>(shape.Rows);
        targets = accelerator.Allocate1D<int>(shape.Rows);
        whole = new(accelerator.DefaultStream, QueueWhole);
    }

    /// <summary>The sizes.</summary>
    public LstmShape Shape { get; }

    /// <summary>H and V.</summary>
    public ModelShape Model { get; }

    /// <summary>The weights before the first update, [P].</summary>
    public float[] Parameters { get; }

    /// <summary>The batch's tokens, [T, m], part by part; those that <see cref="Run"/> takes once <see cref="Verify"/> is done.</summary>
    public ArrayView<int> Inputs => inputs.View;

    /// <summary>The tokens that should come, [T, m].</summary>
    public ArrayView<int> Targets => targets.View;

    /// <summary>The launches and their buffers.</summary>
    public TrainingUpdate Update { get; }

    /// <summary>Compares loss and gradient with <see cref="Kernels.Reference"/>, by the very launches that are timed afterwards.</summary>
    /// <param name="allowance">The largest relative error of either; null for what the precision may have.</param>
    /// <param name="operations">How many operations the reference may take; that decides how many of the sequences differ.</param>
    /// <returns>What was found, and the loss of the batch that <see cref="Run"/> takes.</returns>
    /// <exception cref="ModelException">An error is larger.</exception>
    public UpdateVerification Verify(double? allowance = null, double operations = ReferenceOperations)
    {
        var most = allowance ?? UpdateVerification.AllowanceOf(settings.Precision);
        // The reference would take minutes for a large batch. A few sequences over and over give the kernels all their work, and the
        // reference's loss and gradient are known from the few.
        var reference = ReferenceGradient.Of(Shape, Parameters, operations);
        Upload(reference.Batch);
        var lossError = Math.Abs(Loss() - reference.Loss) / reference.Loss;
        var gradientError = RelativeError(Update.Buffers.Gradients.GetAsArray1D(), reference.Gradient);
        if (!(lossError <= most)) throw VerificationFailure.Of(What, "loss", lossError, most);
        if (!(gradientError <= most)) throw VerificationFailure.Of(What, "gradient", gradientError, most);

        Upload(TokenBatch.Of(Shape, Shape.Sequences));
        return new UpdateVerification(reference.Distinct, lossError, gradientError, Loss());
    }

    /// <summary>One update, waited for: forward, loss, backward, gradients and Adam; recorded where the driver can, as in training.</summary>
    public void Run()
    {
        whole.Launch();
        accelerator.Synchronize();
    }

    /// <summary>The update without Adam, waited for.</summary>
    public void RunGradients()
    {
        QueueGradients();
        accelerator.Synchronize();
    }

    /// <summary>Frees the buffers.</summary>
    public void Dispose()
    {
        whole.Dispose();
        targets.Dispose();
        inputs.Dispose();
        Update.Dispose();
    }

    private void QueueWhole()
    {
        QueueGradients();
        Update.Apply(Adam.StepSize(LearningRate, 0, 1));
    }

    private void QueueGradients()
    {
        foreach (var part in parts)
        {
            var (start, length) = (part.First * Shape.Steps, part.Sequences * Shape.Steps);
            Update.ComputeGradients(inputs.View.SubView(start, length), targets.View.SubView(start, length), part, 1);
        }
    }

    private string What => $"the update at m={Shape.Sequences} T={Shape.Steps} H={Shape.Hidden} V={Shape.Vocabulary}";

    private void Upload(TokenBatch batch)
    {
        inputs.CopyFromCPU(InParts(batch.Inputs));
        targets.CopyFromCPU(InParts(batch.Targets));
    }

    // Each part is [T, m] by itself.
    private int[] InParts(int[] tokens) =>
        [.. parts.SelectMany(part => tokens.Chunk(Shape.Sequences).SelectMany(step => step.Skip(part.First).Take(part.Sequences)))];

    // Summed over steps, averaged over sequences; leaves the gradient behind.
    private double Loss()
    {
        Update.Buffers.LossSums.MemSetToZero();
        RunGradients();
        return Update.Buffers.LossSums.GetAsArray1D().Sum(sum => (double)sum) / Shape.Sequences;
    }

    private static double RelativeError(float[] values, double[] expected)
    {
        double difference = 0, norm = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            difference += (values[i] - expected[i]) * (values[i] - expected[i]);
            norm += expected[i] * expected[i];
        }

        return Math.Sqrt(difference / norm);
    }
}

/// <summary>How well an update agrees with plain loops in double precision.</summary>
/// <param name="Sequences">How many different sequences were compared.</param>
/// <param name="LossError">The loss's relative error.</param>
/// <param name="GradientError">The norm of the gradient's error, relative to the gradient's.</param>
/// <param name="Loss">The loss of the batch that is timed, in nats: summed over steps, averaged over sequences.</param>
public sealed record UpdateVerification(int Sequences, double LossError, double GradientError, double Loss)
{
    /// <summary>The largest relative error that single precision may have.</summary>
    public const double Allowance = 1e-5;

    // Factors of 11 and of 8 bits are off by 2⁻¹² and 2⁻⁹ at most; products go on through all steps.
    private const double AllowanceOfTf32 = 2e-3;
    private const double AllowanceOfBf16 = 1.6e-2;

    /// <summary>The largest relative error that a precision may have.</summary>
    /// <param name="precision">Of the factors.</param>
    public static double AllowanceOf(Precision precision) => precision switch
    {
        Precision.Tf32 => AllowanceOfTf32,
        Precision.Bf16 => AllowanceOfBf16,
        _ => Allowance,
    };
}
