using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Model;

/// <summary>The training trajectory of the kernels against golden ones made by automatic differentiation in double precision.</summary>
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
            if (k < 20) Trajectory.AssertClose(expected[k], loss, 1e-4);
            if (k == run.Updates) Trajectory.AssertClose(expected[k], loss, 0.02);
            if (k == 0) run.AssertGradients(Array.ConvertAll(update.Buffers.Gradients.GetAsArray1D(), value => (double)value), 1e-4);
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
        Reference.Improvisation.Argmax(doubles, model.Hidden, model.Vocabulary, own, gaps);
        Assert.True(run.SmallestGap > 0.05, "the golden run's own lead is clear");
        Assert.True(gaps.Min() > 1e-3, $"the smallest lead is {gaps.Min()}");
        Assert.Equal(own, notes);
        Assert.Equal(run.ArgmaxNotes, notes);
    }
}
