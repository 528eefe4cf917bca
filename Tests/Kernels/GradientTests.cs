using GpuJazz.Kernels;
using GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>The analytic gradient against the numerical one, in double precision, for every single parameter.</summary>
public sealed class GradientTests
{
    [Theory]
    [InlineData(1, 1, 1, 2, 1, 0, 0)]
    [InlineData(3, 4, 2, 5, 1, 0, 0)]
    [InlineData(2, 6, 5, 3, 1, 0, 0)]
    [InlineData(3, 4, 2, 5, 2, 0, 0)]
    [InlineData(2, 5, 3, 3, 3, 0, 0)]
    [InlineData(3, 4, 5, 3, 1, 0.5, 0)]
    [InlineData(2, 5, 4, 3, 3, 0.25, 0)]
    [InlineData(1, 1, 1, 2, 1, 0, 1)]
    [InlineData(3, 4, 5, 3, 1, 0, 4)]
    [InlineData(2, 5, 4, 3, 3, 0.25, 7)]
    public void Analytic_gradient_is_the_numerical_one(int m, int t, int h, int v, int layers, float dropout, int chordCount)
    {
        var shape = new LstmShape(m, t, h, v);
        var random = new Random(7);
        var parameters = Enumerable.Range(0, ParameterViews.Count(h, v, layers) + (chordCount * shape.Gates)).Select(_ => random.NextDouble() - 0.5).ToArray();
        var inputs = Enumerable.Range(0, shape.Rows).Select(_ => random.Next(-1, v)).ToArray();
        var targets = Enumerable.Range(0, shape.Rows).Select(_ => random.Next(-1, v)).ToArray();
        int[] chords = [.. Enumerable.Range(0, chordCount > 0 ? shape.Rows : 0).Select(_ => random.Next(-1, chordCount))];
        targets[0] = 0;
        if (chordCount > 0) chords[0] = 0;
        var update = new TrainingUpdate(shape, layers, new DropoutRule(dropout, 7, 0, 0));
        var gradients = new double[parameters.Length];
        update.Gradients(inputs, targets, parameters, gradients, chords: chords);
        Assert.Contains(gradients, gradient => gradient != 0);
        Assert.Equal(chordCount > 0, gradients[ParameterViews.Count(h, v, layers)..].Any(gradient => gradient != 0));

        const double Step = 1e-5;
        var unused = new double[parameters.Length];
        for (var p = 0; p < parameters.Length; p++)
        {
            var kept = parameters[p];
            parameters[p] = kept + Step;
            var above = update.Gradients(inputs, targets, parameters, unused, chords: chords);
            parameters[p] = kept - Step;
            var below = update.Gradients(inputs, targets, parameters, unused, chords: chords);
            parameters[p] = kept;

            var numerical = (above - below) / (2 * Step);
            Assert.True(
                Math.Abs(numerical - gradients[p]) <= 1e-9 + 1e-7 * Math.Abs(numerical),
                $"parameter {p}: analytic {gradients[p]}, numerical {numerical}");
        }
    }
}
