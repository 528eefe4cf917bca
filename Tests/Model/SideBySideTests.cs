using GpuJazz.Kernels;
using GpuJazz.Model;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Tests.Model;

/// <summary>Accelerators that work at the same time leave each other alone.</summary>
public sealed class SideBySideTests
{
    private const int Sequences = 13;
    private const int Steps = 7;

    private static readonly ModelShape Shape = new(33, 21);

    [Fact]
    public void Threads_with_an_accelerator_each_get_the_same_bits_as_one_alone()
    {
        var alone = Gradients(seed: 0);
        var both = new float[4][];
        var threads = Enumerable.Range(0, both.Length).Select(i => new Thread(() =>
        {
            for (int round = 0; round < 20; round++) both[i] = Gradients(seed: 0);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.All(both, gradients => Assert.Equal(alone, gradients));
    }

    [Fact]
    public void Threads_that_share_an_accelerator_get_the_same_bits_too()
    {
        using var context = Context.Create(builder => builder.Default().EnableAlgorithms());
        using var accelerator = context.GetPreferredDevice(preferCPU: true).CreateAccelerator(context);
        var alone = Enumerable.Range(0, 4).Select(seed => Gradients(accelerator, seed)).ToArray();
        var both = new float[4][];
        Parallel.For(0, 4, i =>
        {
            for (int round = 0; round < 20; round++) both[i] = Gradients(accelerator, i);
        });
        Assert.Equal(alone, both);
    }

    private static float[] Gradients(int seed)
    {
        using var context = Context.Create(builder => builder.Default().EnableAlgorithms());
        using var accelerator = context.GetPreferredDevice(preferCPU: true).CreateAccelerator(context);
        return Gradients(accelerator, seed);
    }

    private static float[] Gradients(Accelerator accelerator, int seed)
    {
        using var update = new TrainingUpdate(accelerator, Shape, Sequences, Steps);
        update.Buffers.Parameters.CopyFromCPU(
            [.. Enumerable.Range(0, ParameterViews.Count(Shape.Hidden, Shape.Vocabulary)).Select(q => 0.1f * MathF.Sin((0.37f * q) + seed))]);
        using var tokens = accelerator.Allocate1D([.. Enumerable.Range(0, Sequences * Steps).Select(i => (i * 7) % Shape.Vocabulary)]);
        update.ComputeGradients(tokens.View, tokens.View, Sequences);
        accelerator.Synchronize();
        return update.Buffers.Gradients.GetAsArray1D();
    }
}
