using GpuJazz.Kernels;
using ILGPU.Runtime;

namespace GpuJazz.Tests.Kernels;

/// <summary>Many tokens drawn by the sampling kernel from logits that are the same at each note.</summary>
internal static class Draws
{
    /// <summary>Tokens by solo and note, [B][N], of a model that answers with these logits whatever it hears.</summary>
    public static int[][] From(string device, double[] logits, SamplingRule rule, int solos = 200, int notes = 100)
    {
        // Nothing but the dense layer's bias, which is last, reaches the logits.
        var parameters = new double[ParameterViews.Count(1, logits.Length)];
        logits.CopyTo(parameters, parameters.Length - logits.Length);
        return Solos(device, parameters, new(solos, notes, 1, logits.Length), rule);
    }

    /// <summary>Tokens by solo and note, [B][N], of any model; the first of them may be given.</summary>
    public static int[][] Solos(
        string device,
        double[] parameters,
        ImprovisationShape shape,
        SamplingRule rule,
        int[][]? given = null,
        int[]? changes = null,
        int[]? advances = null)
    {
        var accelerator = TestDevices.Open(device);
        using var bench = new Workbench(accelerator, 0);
        var flat = bench.Upload(parameters);
        var tokens = bench.IntOutput(shape.Solos * shape.Notes);
        if (given is not null) tokens.CopyFromCPU([.. given.SelectMany(solo => solo.Select((note, i) => i < shape.Given ? note : int.MinValue))]);
        new Improvisation(accelerator).Run(
            new(
                ParameterViews.Of(flat, shape.Hidden, shape.Vocabulary, shape.Layers),
                ParameterViews.LayersAbove(flat, shape.Hidden, shape.Vocabulary, shape.Layers),
                bench.Output(4 * shape.Solos * shape.Hidden).View,
                bench.Output(shape.Layers * shape.Solos * shape.Hidden).View,
                bench.Output(shape.Layers * shape.Solos * shape.Hidden).View,
                bench.Output(shape.Solos * shape.Vocabulary).View,
                tokens.View,
                changes is null
                    ? default
                    : new(
                        ParameterViews.ChordKernel(flat, shape.Hidden, shape.Vocabulary, shape.Layers, shape.Chords),
                        bench.Upload(changes),
                        bench.Upload(advances!),
                        bench.IntOutput(shape.Solos * shape.Notes).View)),
            shape,
            rule);
        return [.. Workbench.Read(tokens).Chunk(shape.Notes)];
    }

    /// <summary>softmax(logits / temperature) in double precision.</summary>
    public static double[] Softmax(double[] logits, double temperature)
    {
        var weights = logits.Select(logit => Math.Exp((logit - logits.Max()) / temperature)).ToArray();
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    /// <summary>Pearson's Σ (observed − expected)² / expected; a value that can't occur must not.</summary>
    public static double ChiSquare(IReadOnlyList<double> probabilities, IEnumerable<int> drawn)
    {
        var counts = new int[probabilities.Count];
        foreach (var value in drawn) counts[value]++;
        var sum = 0.0;
        for (var value = 0; value < counts.Length; value++)
        {
            var expected = probabilities[value] * counts.Sum();
            if (expected == 0) Assert.Equal(0, counts[value]);
            else sum += (counts[value] - expected) * (counts[value] - expected) / expected;
        }

        return sum;
    }
}
