using GpuJazz.Host.Corpus;
using GpuJazz.Host.Learned;
using GpuJazz.Model;
using GpuJazz.Music;
using ILGPU.Runtime;

namespace GpuJazz.Host.Evaluation;

/// <summary>How well a model foretells tunes that it did not learn, beside counting.</summary>
/// <param name="Tunes">How many tunes.</param>
/// <param name="Unknown">How many of their tokens are not in the model's vocabulary; nobody is asked for them.</param>
/// <param name="Rows">Who foretold, and the loss: the model first. All were asked for the same tokens.</param>
internal sealed record PerplexityReport(int Tunes, int Unknown, IReadOnlyList<ForetellerLoss> Rows)
{
    private const int Order = 5;

    /// <summary>Lets the model and, if it is known what it learned from, n-grams of the same tokens foretell tunes.</summary>
    /// <param name="session">Where the kernels run.</param>
    /// <param name="model">The model.</param>
    /// <param name="heldOut">The tunes to foretell.</param>
    /// <param name="learned">The tunes that it learned, or null.</param>
    /// <returns>The losses; null if the model knows none of the tokens.</returns>
    public static PerplexityReport? Of(AcceleratorSession session, ModelFile model, TuneCorpus heldOut, TuneCorpus? learned)
    {
        var (shape, vocabulary) = (model.State.Shape, model.Tunes.Vocabulary);
        var tunes = Indices(heldOut, vocabulary);
        var unknown = tunes.Sum(tune => tune.Count(token => token < 0));
        if (unknown == heldOut.Length) return null;

        using var loss = new HeldOutLoss(session.Accelerator, shape, tunes);
        using var parameters = session.Accelerator.Allocate1D(model.State.Parameters);
        List<ForetellerLoss> rows = [new("model", FormattableString.Invariant($"LSTM of {shape.Hidden} units"), loss.Of(parameters.View))];
        if (learned is not null)
        {
            var known = Indices(learned, vocabulary);
            rows.Add(new("five_gram", "5-gram (Kneser–Ney)", new NGram(known, vocabulary.Count, Order).Loss(tunes)));
            rows.Add(new("unigram", "unigram", new NGram(known, vocabulary.Count, 1).Loss(tunes)));
        }

        return new PerplexityReport(tunes.Length, unknown, rows);
    }

    private static int[][] Indices(TuneCorpus corpus, Vocabulary vocabulary) =>
        [.. corpus.Indices.Select((_, tune) => corpus.TokensOf(tune).Select(vocabulary.IndexOf).ToArray())];
}

/// <summary>The loss of one way to foretell tokens.</summary>
/// <param name="Key">Its name for a program.</param>
/// <param name="Name">Its name for a table.</param>
/// <param name="Loss">The loss.</param>
internal sealed record ForetellerLoss(string Key, string Name, TokenLoss Loss);
