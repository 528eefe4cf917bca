using GpuJazz.Kernels;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Model;

/// <summary>The plain loops in double precision against the golden training trajectories.</summary>
public sealed class ReferenceTrajectoryTests
{
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
            var loss = k < run.Updates
                ? update.Run(run.Inputs, run.Targets, parameters, gradients, first, second, Adam.StepSize(0.01, 0.01, k + 1))
                : update.Gradients(run.Inputs, run.Targets, parameters, gradients);
            Trajectory.AssertClose(expected[k], loss, 1e-9);
            if (k == 0)
            {
                foreach (var (golden, own) in run.FirstStepLosses.Zip(update.StepLosses())) Trajectory.AssertClose(golden, own, 1e-9);
                run.AssertGradients(gradients, 1e-9);
            }
        }

        Assert.Equal(run.LastAccuracies, update.StepAccuracies()[..run.LastAccuracies.Length], (a, b) => Math.Abs(a - b) < 1e-9);
        foreach (var (tensor, start, length) in run.Tensors)
            Trajectory.AssertClose(run.Checksum(tensor), parameters.AsSpan(start, length).ToArray().Sum(), 1e-9);

        var (notes, gaps) = (new int[run.ArgmaxNotes.Length], new double[run.ArgmaxNotes.Length]);
        Reference.Improvisation.Argmax(parameters, run.Shape.Hidden, run.Shape.Vocabulary, notes, gaps);
        Assert.Equal(run.ArgmaxNotes, notes);
        Trajectory.AssertClose(run.SmallestGap, gaps.Min(), 1e-9);
    }
}
