using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Model;

/// <summary>The search against all lines that there are, each judged in double precision.</summary>
public sealed class BeamSearchTests
{
    private const int Tokens = 3;
    private const int Longest = 5;

    public static TheoryData<string, int, int> Models()
    {
        var data = new TheoryData<string, int, int>();
        foreach (var device in TestDevices.Names)
            foreach (var layers in new[] { 1, 2 })
                foreach (var seed in new[] { 1, 2, 3 })
                    data.Add(device, layers, seed);
        return data;
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_beam_as_wide_as_all_lines_finds_the_likeliest_of_a_length(string device, int layers, int seed)
    {
        var shape = new ModelShape(5, Tokens, layers);
        var parameters = Parameters(shape, seed);
        foreach (var heard in new int[][] { [], [2, 0, 1] })
        {
            var best = Lines(Longest).MaxBy(line => LogProbability(parameters, shape, heard, line))!;
            using var search = new BeamSearch(TestDevices.Open(device), shape, parameters, 243);
            var (found, mean) = search.Find(heard, _ => false, Longest);
            Assert.Equal(best, found);
            Assert.Equal(LogProbability(parameters, shape, heard, best) / Longest, mean, 5);
            Assert.Equal(found, search.Find(heard, _ => false, Longest).Tokens);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Of_lines_that_end_when_they_are_full_the_likeliest_by_its_mean_is_found(string device, int layers, int seed)
    {
        // Token 0 fills one part of four, token 1 two, token 2 three: lines of two to four tokens.
        static bool IsFull(int[] line) => line.Sum(token => token + 1) >= 4;
        var shape = new ModelShape(5, Tokens, layers);
        var parameters = Parameters(shape, seed);
        var full = Enumerable.Range(1, Longest).SelectMany(Lines).Where(line => IsFull(line) && !IsFull(line[..^1])).ToArray();
        Assert.Equal([2, 3, 4], full.Select(line => line.Length).Distinct().Order());
        using var search = new BeamSearch(TestDevices.Open(device), shape, parameters, 81);
        Assert.Equal(full.MaxBy(line => LogProbability(parameters, shape, [], line) / line.Length), search.Find([], IsFull, 100).Tokens);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_beam_of_one_takes_the_likeliest_token_each_time_and_a_wider_one_is_no_worse(string device, int layers, int seed)
    {
        var shape = new ModelShape(9, 17, layers);
        var parameters = Parameters(shape, seed);
        using var improviser = new Improviser(TestDevices.Open(device), shape, parameters);
        double before = double.NegativeInfinity;
        foreach (var width in new[] { 1, 200 })
        {
            using var search = new BeamSearch(TestDevices.Open(device), shape, parameters, width);
            var (found, mean) = search.Find([3], _ => false, 12);
            if (width == 1) Assert.Equal(improviser.Improvise(new() { Notes = 12, Sampling = SamplingKind.Argmax }, [3])[0], found);
            Assert.Equal(LogProbability(parameters, shape, [3], found) / 12, mean, 4);
            Assert.True(mean >= before - 1e-9);
            before = mean;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public void A_width_out_of_range_is_refused(int width)
    {
        var shape = new ModelShape(2, 2);
        var error = Assert.Throws<ModelException>(() => new BeamSearch(TestDevices.Open(TestDevices.Names[0]), shape, new float[shape.ParameterCount], width));
        Assert.Equal("--beam must be a number from 1 to 1024", error.Message);
    }

    private static float[] Parameters(ModelShape shape, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, shape.ParameterCount).Select(_ => (float)((4 * random.NextDouble()) - 2))];
    }

    private static IEnumerable<int[]> Lines(int length) =>
        length == 0 ? [[]] : Lines(length - 1).SelectMany(line => Enumerable.Range(0, Tokens).Select(token => (int[])[.. line, token]));

    private static double LogProbability(float[] flat, ModelShape shape, int[] heard, int[] line)
    {
        double[] parameters = [.. flat.Select(value => (double)value)];
        int[] all = [.. heard, .. line];
        var gates = new double[shape.GateColumns];
        var (cells, outputs) = (new double[shape.Layers * shape.Hidden], new double[shape.Layers * shape.Hidden]);
        var logits = new double[shape.Vocabulary];
        var sum = 0.0;
        for (var note = 0; note < all.Length; note++)
        {
            for (var layer = 0; layer < shape.Layers; layer++)
            {
                var weights = new Reference.Parameters(parameters, shape.Hidden, shape.Vocabulary, shape.Layers, layer);
                var cell = cells.AsSpan(layer * shape.Hidden, shape.Hidden);
                var output = outputs.AsSpan(layer * shape.Hidden, shape.Hidden);
                if (layer == 0) Reference.LstmForward.FromToken(note == 0 ? -1 : all[note - 1], weights, gates);
                else Reference.LstmForward.FromBelow(outputs.AsSpan((layer - 1) * shape.Hidden, shape.Hidden), weights, gates);
                Reference.LstmForward.Step(output, cell, weights.RecurrentKernel, gates, cell, output);
            }

            Reference.Dense.Logits(
                outputs.AsSpan((shape.Layers - 1) * shape.Hidden), new(parameters, shape.Hidden, shape.Vocabulary, shape.Layers), logits);
            if (note >= heard.Length) sum += logits[all[note]] - Math.Log(logits.Sum(Math.Exp));
        }

        return sum;
    }
}
