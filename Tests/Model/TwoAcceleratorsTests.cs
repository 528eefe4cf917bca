using GpuJazz.Model;
using ILGPU.Runtime;

namespace GpuJazz.Tests.Model;

/// <summary>Accelerators that are in use at once do not disturb each other.</summary>
public sealed class TwoAcceleratorsTests
{
    [Fact]
    public void Training_in_several_threads_at_once_gives_the_bits_of_training_alone()
    {
        float[] alone = Train();
        var results = new float[4][];
        var threads = Enumerable.Range(0, results.Length).Select(i => new Thread(() => results[i] = Train())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.All(results, result => Assert.Equal(alone, result));
    }

    private static float[] Train()
    {
        const int Sequences = 13, Steps = 7;
        var shape = new ModelShape(33, 21);
        using var session = Accelerators.Open(AcceleratorChoice.Cpu);
        var accelerator = session.Accelerator;
        using var update = new TrainingUpdate(accelerator, shape, Sequences, Steps);
        update.Buffers.Parameters.View.CopyFromCPU(Initializers.Create(shape, 3));
        int[] tokens = [.. Enumerable.Range(0, Sequences * Steps).Select(i => i * 37 % shape.Vocabulary)];
        using var input = accelerator.Allocate1D(tokens);
        using var target = accelerator.Allocate1D(tokens.Select(token => (token + 1) % shape.Vocabulary).ToArray());
        for (int i = 0; i < 12; i++)
        {
            update.ComputeGradients(input.View, target.View, Sequences);
            update.Apply(0.01);
        }

        return update.Buffers.Parameters.GetAsArray1D();
    }
}
