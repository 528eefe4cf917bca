using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Tests.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Model;

public sealed class HeldOutLossTests
{
    private const int Hidden = 9, Vocabulary = 7;

    public static TheoryData<string, int> DevicesAndLayers
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var device in TestDevices.Names)
                foreach (var layers in new[] { 1, 3 }) cases.Add(device, layers);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(DevicesAndLayers))]
    public void It_is_that_of_plain_loops_over_each_tune_alone(string device, int layers)
    {
        var random = new Random(7);
        int[][] tunes = [.. new[] { 40, 1, 17, 25, 0, 30 }.Select(length => Tune(random, length))];
        float[] parameters = [.. Enumerable.Range(0, ParameterViews.Count(Hidden, Vocabulary, layers)).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        var accelerator = TestDevices.Open(device);
        using var buffer = accelerator.Allocate1D(parameters);
        using var loss = new HeldOutLoss(accelerator, new ModelShape(Hidden, Vocabulary, layers), tunes);
        var known = tunes.Sum(tune => tune.Count(token => token >= 0));
        var expected = tunes.Where(tune => tune.Length > 0).Sum(tune => Plain(tune, parameters, layers));
        var actual = loss.Of(buffer.View);
        Assert.Equal(known, actual.Tokens);
        Assert.Equal(known, loss.Tokens);
        Assert.Equal(expected / known, actual.Mean, 1e-5);
        Assert.Equal(actual, loss.Of(buffer.View));
    }

    [Theory]
    [MemberData(nameof(DevicesAndLayers))]
    public void A_model_that_hears_chords_hears_the_one_under_each_token_to_foretell(string device, int layers)
    {
        const int Chords = 4;
        var random = new Random(8);
        int[][] tunes = [.. new[] { 40, 1, 17, 600, 0 }.Select(length => Tune(random, length))];
        int[][] chords = [.. tunes.Select(tune => tune.Select(_ => random.Next(-1, Chords)).ToArray())];
        var shape = new ModelShape(Hidden, Vocabulary, layers, Chords);
        float[] parameters = [.. Enumerable.Range(0, shape.ParameterCount).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        var accelerator = TestDevices.Open(device);
        using var buffer = accelerator.Allocate1D(parameters);
        using var loss = new HeldOutLoss(accelerator, shape, tunes[..3], chords[..3]);
        var expected = tunes.Zip(chords).Take(3).Sum(pair => Plain(pair.First, parameters, layers, pair.Second));
        Assert.Equal(expected / loss.Tokens, loss.Of(buffer.View).Mean, 1e-5);

        int[][] shifted = [.. chords.Take(3).Select(tune => tune.Skip(1).Append(-1).ToArray())];
        using var other = new HeldOutLoss(accelerator, shape, tunes[..3], shifted);
        Assert.NotEqual(expected / loss.Tokens, other.Of(buffer.View).Mean, 1e-3);

        // In every stretch of a long tune too.
        foreach (var batch in TokenStretches.Of([[.. Enumerable.Range(0, 1500)]], [[.. Enumerable.Range(5000, 1500)]]))
            Assert.All(batch.Targets.Zip(batch.Chords).Where(row => row.First >= 0), row => Assert.Equal(row.First + 5000, row.Second));
    }

    [Fact]
    public void Every_token_is_a_target_once_after_the_token_before_it()
    {
        int[][] tunes = [[.. Enumerable.Range(0, 1500)], [.. Enumerable.Range(2000, 100)], [], [3000]];
        var batches = TokenStretches.Of(tunes).ToArray();
        var rows = batches.SelectMany(batch => batch.Inputs.Zip(batch.Targets)).Where(row => row.Second >= 0).ToArray();
        Assert.Equal(tunes.SelectMany(tune => tune).Order(), rows.Select(row => row.Second).Order());
        Assert.All(rows, row => Assert.Equal(row.Second is 0 or 2000 or 3000 ? -1 : row.Second - 1, row.First));
        Assert.All(batches, batch => Assert.InRange(batch.Steps, 1, 512));
    }

    [Fact]
    public void What_goes_on_in_another_stretch_has_heard_128_tokens_before()
    {
        var batches = TokenStretches.Of([[.. Enumerable.Range(0, 1500)]]).ToArray();
        foreach (var batch in batches)
        {
            for (var i = 0; i < batch.Sequences; i++)
            {
                var first = Enumerable.Range(0, batch.Steps).First(t => batch.Targets[(t * batch.Sequences) + i] >= 0);
                Assert.Equal(batch.Targets[(first * batch.Sequences) + i] == 0 ? 0 : 128, first);
            }
        }
    }

    [Fact]
    public void Tunes_without_a_known_token_are_the_callers_mistake() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new HeldOutLoss(TestDevices.Open(TestDevices.Names[0]), new ModelShape(Hidden, Vocabulary), [[-1, -1]]));

    private static int[] Tune(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => random.Next(-1, Vocabulary))];

    private static double Plain(int[] tune, float[] parameters, int layers, int[]? chords = null)
    {
        var shape = new LstmShape(1, tune.Length, Hidden, Vocabulary);
        var flat = Array.ConvertAll(parameters, value => (double)value);
        double[] gates = new double[shape.Rows * shape.Gates], cells = new double[shape.Rows * Hidden], hidden = new double[shape.Rows * Hidden];
        double[] logits = new double[shape.Rows * Vocabulary], losses = new double[shape.Rows];
        Reference.LstmForward.Run([-1, .. tune[..^1]], new(flat, Hidden, Vocabulary, layers), shape, gates, cells, hidden, chords);
        for (var layer = 1; layer < layers; layer++)
            Reference.LstmForward.RunAbove([.. hidden], new(flat, Hidden, Vocabulary, layers, layer), shape, gates, cells, hidden);
        Reference.Dense.Run(hidden, new(flat, Hidden, Vocabulary, layers), logits, shape.Rows);
        Reference.SoftmaxCrossEntropy.Run(logits, tune, shape, losses, new int[shape.Rows]);
        return losses.Sum();
    }
}
