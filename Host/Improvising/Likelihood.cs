using GpuJazz.Host.Learned;
using GpuJazz.Model;
using ILGPU.Runtime;

namespace GpuJazz.Host.Improvising;

/// <summary>How likely a model finds solos: what ranks them.</summary>
internal static class Likelihood
{
    /// <summary>The mean of ln p over the tokens of each solo, each token given all before it; nearer to 0 is likelier.</summary>
    /// <param name="session">Where the kernels run.</param>
    /// <param name="model">The model.</param>
    /// <param name="solos">The tokens of each.</param>
    /// <param name="chords">What they are played over, which a model that hears chords heard.</param>
    /// <returns>In the same order; null for a solo without tokens.</returns>
    public static double?[] Of(AcceleratorSession session, ModelFile model, IEnumerable<IReadOnlyList<string>> solos, NamedChanges chords)
    {
        var state = model.State;
        var changes = SoloMaker.HeardBy(model, chords);
        using var parameters = session.Accelerator.Allocate1D(state.Parameters);
        return [.. solos.Select(MeanOf)];

        double? MeanOf(IReadOnlyList<string> tokens)
        {
            if (tokens.Count == 0) return null;
            int[] indices = [.. tokens.Select(model.Tunes.Vocabulary.IndexOf)];
            int[][]? heard = changes is null ? null : [changes.Under(indices, model.Tunes.Vocabulary.Count)];
            using var loss = new HeldOutLoss(session.Accelerator, state.Shape, [indices], heard);
            return -loss.Of(parameters.View).Mean;
        }
    }
}
