using GpuJazz.Host.Learned;
using GpuJazz.Model;
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Host.Improvising;

/// <summary>How likely a model finds solos: what ranks them.</summary>
internal static class Likelihood
{
    /// <summary>The mean of ln p over the tokens of each solo, each token given all before it, heard or played; nearer to 0 is likelier.</summary>
    /// <param name="session">Where the kernels run.</param>
    /// <param name="model">The model.</param>
    /// <param name="solos">The solos.</param>
    /// <param name="heard">The changes that a model that hears chords heard, from its first token on; null for one that hears none.</param>
    /// <returns>In the same order; null for a solo without tokens.</returns>
    public static double?[] Of(AcceleratorSession session, ModelFile model, IEnumerable<MadeSolo> solos, HeardChanges? heard)
    {
        var state = model.State;
        using var parameters = session.Accelerator.Allocate1D(state.Parameters);
        return [.. solos.Select(solo => MeanOf(solo, parameters.View))];

        double? MeanOf(MadeSolo solo, ArrayView<float> view)
        {
            if (solo.Tokens.Count == 0) return null;
            if (solo.Course is not var (tokens, turns)) return -LossOf([.. solo.Tokens.Select(model.Tunes.Vocabulary.IndexOf)], view).Mean;
            int[] all = [.. tokens];
            var nats = turns.Sum(turn => LossOf(all[..turn.End.Value], view).Nats - LossOf(all[..turn.Start.Value], view).Nats);
            return -nats / solo.Tokens.Count;
        }

        TokenLoss LossOf(int[] tokens, ArrayView<float> view)
        {
            if (tokens.Length == 0) return new TokenLoss(0, 0);
            using var loss = new HeldOutLoss(
                session.Accelerator, state.Shape, [tokens], heard is null ? null : [heard.Under(tokens, model.Tunes.Vocabulary.Count)]);
            return loss.Of(view);
        }
    }
}
