using System.Text.Json;
using GpuJazz.Kernels;

namespace GpuJazz.Tests.Model;

/// <summary>A golden training run: what full-batch updates do to a model that starts from a formula.</summary>
internal sealed class Trajectory
{
    private readonly JsonElement json;

    private Trajectory(JsonElement json, Func<LstmShape, (int[] Inputs, int[] Targets)> batch)
    {
        this.json = json;
        Shape = new LstmShape(Number("m"), Number("T"), Number("H"), Number("V"));
        (Inputs, Targets) = batch(Shape);
    }

    public LstmShape Shape { get; }

    /// <summary>[T, m].</summary>
    public int[] Inputs { get; }

    /// <summary>[T, m].</summary>
    public int[] Targets { get; }

    /// <summary>loss[k] stands before update k + 1; the last stands after the last update.</summary>
    public double[] Losses => Numbers(json.GetProperty("loss"));

    public int Updates => Losses.Length - 1;

    public double[] FirstStepLosses => Numbers(json.GetProperty("step_loss_first"));

    public double[] LastAccuracies => Numbers(json.GetProperty("accuracy_last"));

    public int[] ArgmaxNotes => [.. json.GetProperty("argmax_notes").EnumerateArray().Select(note => note.GetInt32())];

    public double SmallestGap => json.GetProperty("smallest_logit_gap").GetDouble();

    /// <summary>The five tensors in the flat buffer's order.</summary>
    public IEnumerable<(string Name, int Start, int Length)> Tensors
    {
        get
        {
            var (h, v) = (Shape.Hidden, Shape.Vocabulary);
            var start = 0;
            foreach (var (name, length) in new (string, int)[]
                     {
                         ("lstm.kernel", v * 4 * h), ("lstm.recurrent_kernel", h * 4 * h), ("lstm.bias", 4 * h),
                         ("dense.kernel", h * v), ("dense.bias", v),
                     })
            {
                yield return (name, start, length);
                start += length;
            }
        }
    }

    private double GradientNorm(string tensor) => json.GetProperty("gradient_norm_first").GetProperty(tensor).GetDouble();

    public double Checksum(string tensor) => json.GetProperty("parameter_checksum").GetProperty(tensor).GetDouble();

    private IEnumerable<(int Index, double Value)> GradientSamples(string tensor) =>
        json.GetProperty("gradient_samples_first").GetProperty(tensor).EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetDouble()));

    /// <summary>Parameter number q starts at 0.1·sin(0.37·q).</summary>
    public double[] StartingParameters() =>
        [.. Enumerable.Range(0, ParameterViews.Count(Shape.Hidden, Shape.Vocabulary)).Select(q => 0.1 * Math.Sin(0.37 * q))];

    /// <summary>Reads one of the two golden runs.</summary>
    public static Trajectory Read(string name)
    {
        var json = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"golden/{name}.json"))).RootElement;
        return new Trajectory(json, json.GetProperty("tokens").GetString() == "formula" ? FormulaBatch : MethenyBatch);
    }

    /// <summary>The gradient at the first update: the norm of each tensor's, and samples within the tolerance times that norm.</summary>
    public void AssertGradients(double[] gradients, double tolerance)
    {
        foreach (var (tensor, start, length) in Tensors)
        {
            var norm = GradientNorm(tensor);
            AssertClose(norm, Math.Sqrt(gradients.AsSpan(start, length).ToArray().Sum(value => value * value)), tolerance);
            foreach (var (index, value) in GradientSamples(tensor))
                Assert.InRange(gradients[start + index] - value, -tolerance * norm, tolerance * norm);
        }
    }

    /// <summary>Within a relative tolerance.</summary>
    public static void AssertClose(double expected, double actual, double relative) =>
        Assert.True(
            Math.Abs(actual - expected) <= relative * Math.Max(Math.Abs(expected), 1e-300),
            $"expected {expected}, got {actual}: off by {Math.Abs(actual / expected - 1):E2}, allowed {relative:E1}");

    /// <summary>Windows of tokens that a formula gives.</summary>
    public static (int[] Inputs, int[] Targets) FormulaBatch(LstmShape shape) =>
        Windows(shape, (i, t) => ((7 * i * i) + (13 * t) + (3 * i * t)) % shape.Vocabulary);

    private static (int[] Inputs, int[] Targets) MethenyBatch(LstmShape shape)
    {
        var golden = JsonDocument.Parse(File.ReadAllText(SharedData.Path("golden/metheny.json"))).RootElement.GetProperty("78");
        var vocabulary = golden.GetProperty("vocabulary").EnumerateArray().Select(value => value.GetString()!).ToList();
        var corpus = golden.GetProperty("measures").EnumerateArray().SelectMany(measure => measure.GetString()!.Split(' '))
            .Select(token => vocabulary.IndexOf(token)).ToArray();
        var starts = golden.GetProperty("window_starts").EnumerateArray().Select(start => start.GetInt32()).ToArray();
        return Windows(shape, (i, t) => corpus[starts[i] + t]);
    }

    private static (int[] Inputs, int[] Targets) Windows(LstmShape shape, Func<int, int, int> token)
    {
        var (inputs, targets) = (new int[shape.Rows], new int[shape.Rows]);
        for (var t = 0; t < shape.Steps; t++)
            for (var i = 0; i < shape.Sequences; i++)
            {
                inputs[t * shape.Sequences + i] = t == 0 ? -1 : token(i, t);
                targets[t * shape.Sequences + i] = t == shape.Steps - 1 ? -1 : token(i, t + 1);
            }

        return (inputs, targets);
    }

    private int Number(string name) => json.GetProperty(name).GetInt32();

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}
