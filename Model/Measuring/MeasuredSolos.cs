using GpuJazz.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Model.Measuring;

/// <summary>Improvising solos of one size, to be verified and then timed.</summary>
public sealed class MeasuredSolos : IDisposable
{
    /// <summary>How far a note may be from the one that plain loops would pick: in a logit, or in the share of the probability.</summary>
    public const double Allowance = 1e-4;

    private readonly ModelShape model;
    private readonly double[] weights;
    private readonly ImprovisationSettings settings;
    private readonly Improviser improviser;

    /// <summary>Loads the kernel and the weights of <see cref="HashedNumbers"/>.</summary>
    /// <param name="accelerator">Where to run; must outlive this object.</param>
    /// <param name="model">H and V.</param>
    /// <param name="settings">How many solos, how long, and how tokens are picked: the likeliest, or drawn from all.</param>
    public MeasuredSolos(Accelerator accelerator, ModelShape model, ImprovisationSettings settings)
    {
        this.model = model;
        this.settings = settings;
        var parameters = HashedNumbers.Parameters(model);
        weights = Array.ConvertAll(parameters, value => (double)value);
        improviser = new Improviser(accelerator, model, parameters);
    }

    /// <summary>Compares each note of the first solo, of the last and of one between with what <see cref="Kernels.Reference"/> would pick after the same notes.</summary>
    /// <param name="allowance">How far from that a note may be.</param>
    /// <returns>The largest distance.</returns>
    /// <exception cref="ModelException">It is larger than allowed.</exception>
    public double Verify(double allowance = Allowance)
    {
        var solos = improviser.Improvise(settings);
        var error = new[] { 0, solos.Length / 2, solos.Length - 1 }.Distinct().Max(solo => Distance(solos[solo], solo));
        return error <= allowance
            ? error
            : throw VerificationFailure.Of($"sampling at H={model.Hidden} V={model.Vocabulary} B={settings.Count}", "notes", error, allowance);
    }

    /// <summary>All solos, in the host's memory.</summary>
    public void Run() => improviser.Improvise(settings);

    /// <summary>Frees the weights.</summary>
    public void Dispose() => improviser.Dispose();

    private double Distance(int[] notes, int solo)
    {
        var (n, h, v) = (notes.Length, model.Hidden, model.Vocabulary);
        var parameters = new Reference.Parameters(weights, h, v);
        var (gates, cells, hidden, logits) = (new double[n * 4 * h], new double[n * h], new double[n * h], new double[n * v]);
        Reference.LstmForward.Run([-1, .. notes[..^1]], parameters, new LstmShape(1, n, h, v), gates, cells, hidden);
        Reference.Dense.Run(hidden, parameters, logits, n);
        return Enumerable.Range(0, n).Max(note => settings.Sampling == SamplingKind.Argmax
            ? Lag(logits.AsSpan(note * v, v), notes[note])
            : Miss(logits.AsSpan(note * v, v), notes[note], Philox.Uniform(settings.Rule().Seed + (uint)solo, note)));
    }

    /// <summary>By how much another token's logit is higher.</summary>
    private static double Lag(ReadOnlySpan<double> logits, int note) => logits[Reference.Dense.ArgMax(logits)] - logits[note];

    /// <summary>How far the random number is from the part of the probability that belongs to the note.</summary>
    private double Miss(ReadOnlySpan<double> logits, int note, double uniform)
    {
        var highest = logits[Reference.Dense.ArgMax(logits)];
        double below = 0, total = 0, own = 0;
        for (var token = 0; token < logits.Length; token++)
        {
            var weight = Math.Exp((logits[token] - highest) / settings.Temperature);
            total += weight;
            if (token < note) below += weight;
            if (token == note) own = weight;
        }

        return Math.Max(0, Math.Max((below / total) - uniform, uniform - ((below + own) / total)));
    }
}
