using GpuJazz.Host.Corpus;
using GpuJazz.Host.Learned;
using GpuJazz.Model;
using GpuJazz.Music;
using ILGPU.Runtime;

namespace GpuJazz.Host.Evaluation;

/// <summary>How well a model foretells tunes that it did not learn, beside counting.</summary>
/// <param name="Tunes">How many tunes.</param>
/// <param name="Unknown">How many of their tokens are not in the model's vocabulary.</param>
/// <param name="IsUnknownAsked">Whether those are foretold as the unknown token; else nobody is asked for them.</param>
/// <param name="Rows">Who foretold, and the loss: the model first. All were asked for the same tokens.</param>
internal sealed record PerplexityReport(int Tunes, int Unknown, bool IsUnknownAsked, IReadOnlyList<ForetellerLoss> Rows)
{
    private const int Order = 5;

    /// <summary>Lets the model and, if it is known what it learned from, n-grams of the same tokens foretell tunes.</summary>
    /// <param name="session">Where the kernels run.</param>
    /// <param name="model">The model.</param>
    /// <param name="tunes">The tokens of each tune to foretell, as indices into the model's vocabulary, −1 for one that it lacks.</param>
    /// <param name="chords">The class of the chord under each of those tokens; null where the model hears no chords.</param>
    /// <param name="learned">The tunes that it learned, or null.</param>
    /// <returns>The losses; null if the model knows none of the tokens.</returns>
    public static PerplexityReport? Of(AcceleratorSession session, ModelFile model, IReadOnlyList<int[]> tunes, IReadOnlyList<int[]>? chords, TuneCorpus? learned)
    {
        var (shape, vocabulary) = (model.State.Shape, model.Tunes.Vocabulary);
        if (!tunes.Any(tune => tune.Any(token => token >= 0))) return null;
        var unknown = tunes.Sum(tune => tune.Count(token => token < 0 || token == vocabulary.UnknownIndex));

        using var loss = new HeldOutLoss(session.Accelerator, shape, tunes, chords);
        using var parameters = session.Accelerator.Allocate1D(model.State.Parameters);
        var layers = shape.Layers > 1 ? FormattableString.Invariant($"{shape.Layers} layers of ") : "";
        List<ForetellerLoss> rows = [new("model", FormattableString.Invariant($"LSTM of {layers}{shape.Hidden} units{(shape.Chords > 0 ? " that hears chords" : "")}"), loss.Of(parameters.View))];
        if (learned is not null)
        {
            var known = Indices(learned, vocabulary);
            rows.Add(new("five_gram", "5-gram (Kneser–Ney)", new NGram(known, vocabulary.Count, Order).Loss(tunes)));
            rows.Add(new("unigram", "unigram", new NGram(known, vocabulary.Count, 1).Loss(tunes)));
        }

        return new PerplexityReport(tunes.Count, unknown, vocabulary.UnknownIndex >= 0, rows);
    }

    /// <summary>The tokens of a corpus as indices into another vocabulary than its own.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <returns>The indices by tune.</returns>
    public static int[][] Indices(TuneCorpus corpus, Vocabulary vocabulary) =>
        [.. corpus.Indices.Select((_, tune) => corpus.TokensOf(tune).Select(vocabulary.IndexOf).ToArray())];
}

/// <summary>The loss of one way to foretell tokens.</summary>
/// <param name="Key">Its name for a program.</param>
/// <param name="Name">Its name for a table.</param>
/// <param name="Loss">The loss.</param>
internal sealed record ForetellerLoss(string Key, string Name, TokenLoss Loss);
