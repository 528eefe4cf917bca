using GpuJazz.Kernels;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Model.Measuring;

/// <summary>Loss and gradient of a batch that repeats a few sequences, in double precision, at the cost of those few.</summary>
/// <param name="Distinct">How many sequences differ.</param>
/// <param name="Batch">The tokens.</param>
/// <param name="Loss">Summed over steps, averaged over sequences, in nats.</param>
/// <param name="Gradient">[P].</param>
internal sealed record ReferenceGradient(int Distinct, TokenBatch Batch, double Loss, double[] Gradient)
{
    private const int FewestSequences = 3;

    /// <summary>Computes them.</summary>
    /// <param name="shape">m, T, H and V.</param>
    /// <param name="parameters">[P].</param>
    /// <param name="operations">How many floating-point operations to spend; three sequences are computed whatever they take.</param>
    public static ReferenceGradient Of(LstmShape shape, float[] parameters, double operations)
    {
        var distinct = DistinctOf(shape, operations);
        var weights = Array.ConvertAll(parameters, value => (double)value);
        var gradient = new double[weights.Length];
        var loss = 0.0;

        // All of them whole times, and the first few once more.
        var rest = shape.Sequences % distinct;
        foreach (var (sequences, times) in new[] { (distinct, shape.Sequences / distinct), (rest, 1) })
        {
            if (sequences == 0) continue;
            var few = TokenBatch.Of(shape with { Sequences = distinct }, distinct).First(sequences, distinct);
            var share = (double)sequences * times / shape.Sequences;
            var slopes = new double[weights.Length];
            loss += share * new Reference.TrainingUpdate(shape with { Sequences = sequences }).Gradients(few.Inputs, few.Targets, weights, slopes);
            for (var p = 0; p < gradient.Length; p++) gradient[p] += share * slopes[p];
        }

        return new(distinct, TokenBatch.Of(shape, distinct), loss, gradient);
    }

    // An odd number, so that tiles of 2, 4 or 8 sequences do not hold the same ones each time, and a mistaken row would show.
    private static int DistinctOf(LstmShape shape, double operations)
    {
        var affordable = operations / OperationCount.OfUpdate(shape with { Sequences = 1 });
        return affordable >= shape.Sequences
            ? shape.Sequences
            : Math.Min(shape.Sequences, Math.Max(FewestSequences, ((int)affordable - 1) | 1));
    }
}
