using GpuJazz.Kernels;

namespace GpuJazz.Model.Measuring;

/// <summary>A batch whose tokens a formula gives.</summary>
/// <param name="Inputs">[T, m].</param>
/// <param name="Targets">[T, m]: each the input of the next step.</param>
internal sealed record TokenBatch(int[] Inputs, int[] Targets)
{
    /// <summary>Lays out sequences.</summary>
    /// <param name="shape">m, T and V.</param>
    /// <param name="distinct">
    /// How many of them differ: sequence i is i mod this. Of d different ones, sequence i has token (t·d + i) of
    /// <see cref="HashedNumbers.Tokens"/> at step t.
    /// </param>
    public static TokenBatch Of(LstmShape shape, int distinct)
    {
        var tokens = HashedNumbers.Tokens((shape.Steps + 1) * distinct, shape.Vocabulary);
        var (inputs, targets) = (new int[shape.Rows], new int[shape.Rows]);
        for (var row = 0; row < inputs.Length; row++)
        {
            var token = (row / shape.Sequences * distinct) + (row % shape.Sequences % distinct);
            inputs[row] = tokens[token];
            targets[row] = tokens[token + distinct];
        }

        return new(inputs, targets);
    }

    /// <summary>The same steps of the first sequences.</summary>
    /// <param name="count">How many to keep.</param>
    /// <param name="sequences">How many there are here.</param>
    public TokenBatch First(int count, int sequences)
    {
        int[] Kept(int[] tokens) => [.. tokens.Chunk(sequences).SelectMany(step => step.Take(count))];
        return new(Kept(Inputs), Kept(Targets));
    }
}
