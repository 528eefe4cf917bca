using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Model;

/// <summary>The training trajectory against golden ones made by automatic differentiation in double precision.</summary>
public sealed class TrajectoryTests
{
    public static TheoryData<string, string> Runs()
    {
        var data = new TheoryData<string, string>();
        foreach (var device in TestDevices.Names)
            foreach (var run in new[] { "trajectory-78", "trajectory-small" })
                data.Add(device, run);
        return data;
    }

    [SharedDataTheory]
    [InlineData("trajectory-78")]
    [InlineData("trajectory-small")]
    public void Reference_follows_the_golden_run(string name)
    {
        var run = Trajectory.Read(name);
        var parameters = run.StartingParameters();
        var (gradients, first, second) = (new double[parameters.Length], new double[parameters.Length], new double[parameters.Length]);
        var update = new Reference.TrainingUpdate(run.Shape);
        var expected = run.Losses;
        for (var k = 0; k <= run.Updates; k++)
        {
            AssertClose(expected[k], update.Gradients(run.Inputs, run.Targets, parameters, gradients), 1e-9);
            if (k == 0)
            {
                foreach (var (golden, own) in run.FirstStepLosses.Zip(update.StepLosses())) AssertClose(golden, own, 1e-9);
                AssertGradients(run, gradients, 1e-9);
            }

            if (k < run.Updates)
                Reference.Adam.Run(parameters, gradients, first, second, Adam.StepSize(0.01, 0.01, k + 1));
        }

        Assert.Equal(run.LastAccuracies, update.StepAccuracies()[..run.LastAccuracies.Length], (a, b) => Math.Abs(a - b) < 1e-9);
        foreach (var (tensor, start, length) in run.Tensors)
            AssertClose(run.Checksum(tensor), parameters.AsSpan(start, length).ToArray().Sum(), 1e-9);

        var (notes, gaps) = (new int[run.ArgmaxNotes.Length], new double[run.ArgmaxNotes.Length]);
        Reference.Improvisation.Argmax(new(parameters, run.Shape.Hidden, run.Shape.Vocabulary), run.Shape.Hidden, run.Shape.Vocabulary, notes, gaps);
        Assert.Equal(run.ArgmaxNotes, notes);
        AssertClose(run.SmallestGap, gaps.Min(), 1e-9);
    }

    [SharedDataTheory]
    [MemberData(nameof(Runs))]
    public void Kernels_follow_the_golden_run(string device, string name)
    {
        var run = Trajectory.Read(name);
        var accelerator = TestDevices.Open(device);
        var model = new ModelShape(run.Shape.Hidden, run.Shape.Vocabulary);
        using var update = new TrainingUpdate(accelerator, model, run.Shape.Sequences, run.Shape.Steps);
        using var inputs = accelerator.Allocate1D(run.Inputs);
        using var targets = accelerator.Allocate1D(run.Targets);
        update.Buffers.Parameters.CopyFromCPU(Array.ConvertAll(run.StartingParameters(), value => (float)value));
        var expected = run.Losses;
        for (var k = 0; k <= run.Updates; k++)
        {
            update.Buffers.LossSums.MemSetToZero();
            update.Buffers.HitSums.MemSetToZero();
            update.ComputeGradients(inputs.View, targets.View, run.Shape.Sequences);
            var stepLosses = update.Buffers.LossSums.GetAsArray1D();
            var loss = stepLosses.Sum(sum => (double)sum / run.Shape.Sequences);
            if (k < 20) AssertClose(expected[k], loss, 1e-4);
            if (k == run.Updates) AssertClose(expected[k], loss, 0.02);
            if (k == 0) AssertGradients(run, Array.ConvertAll(update.Buffers.Gradients.GetAsArray1D(), value => (double)value), 1e-4);
            Assert.Equal(0f, stepLosses[^1]);
            if (k < run.Updates) update.Apply(Adam.StepSize(0.01, 0.01, k + 1));
        }

        AssertNotes(run, accelerator, model, update.Buffers.Parameters.GetAsArray1D());
    }

    /// <summary>The argmax notes must be the golden ones as long as the reference, on the same parameters, sees a clear lead.</summary>
    private static void AssertNotes(Trajectory run, Accelerator accelerator, ModelShape model, float[] parameters)
    {
        using var improviser = new Improviser(accelerator, model, parameters);
        var notes = improviser.Improvise(new() { Notes = run.ArgmaxNotes.Length, Sampling = SamplingKind.Argmax })[0];

        var (own, gaps) = (new int[notes.Length], new double[notes.Length]);
        var doubles = Array.ConvertAll(parameters, value => (double)value);
        Reference.Improvisation.Argmax(new(doubles, model.Hidden, model.Vocabulary), model.Hidden, model.Vocabulary, own, gaps);
        Assert.True(run.SmallestGap > 0.05, "the golden run's own lead is clear");
        Assert.True(gaps.Min() > 1e-3, $"the smallest lead is {gaps.Min()}");
        Assert.Equal(own, notes);
        Assert.Equal(run.ArgmaxNotes, notes);
    }

    private static void AssertGradients(Trajectory run, double[] gradients, double tolerance)
    {
        foreach (var (tensor, start, length) in run.Tensors)
        {
            var norm = run.GradientNorm(tensor);
            AssertClose(norm, Math.Sqrt(gradients.AsSpan(start, length).ToArray().Sum(value => value * value)), tolerance);
            foreach (var (index, value) in run.GradientSamples(tensor))
                Assert.InRange(gradients[start + index] - value, -tolerance * norm, tolerance * norm);
        }
    }

    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.True(
            Math.Abs(actual - expected) <= relative * Math.Max(Math.Abs(expected), 1e-300),
            $"expected {expected}, got {actual}: off by {Math.Abs(actual / expected - 1):E2}, allowed {relative:E1}");
}
