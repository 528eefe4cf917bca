using GpuJazz.Host.Cli;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Corpus;

/// <summary>What a model learns from: tunes, their tokens one after the other, and the vocabulary that numbers the tokens.</summary>
internal sealed class TuneCorpus
{
    private TuneCorpus(IReadOnlyList<TokenizedTune> tunes)
    {
        Tunes = tunes;
        Vocabulary = new Vocabulary(tunes.SelectMany(tune => tune.Tokens));
        Indices = [.. tunes.Select(tune => tune.Tokens.Select(Vocabulary.IndexOf).ToArray())];
        Length = Indices.Sum(tokens => tokens.Length);
    }

    /// <summary>The tunes in the order of reading.</summary>
    public IReadOnlyList<TokenizedTune> Tunes { get; }

    /// <summary>The different tokens.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Each tune's tokens as indices into the vocabulary.</summary>
    public IReadOnlyList<int[]> Indices { get; }

    /// <summary>How many tokens all tunes have together.</summary>
    public int Length { get; }

    /// <summary>The most tokens that a tune has.</summary>
    public int LongestTune => Indices.Max(tokens => tokens.Length);

    /// <summary>Where a window begins, counted over all tunes' tokens.</summary>
    /// <param name="start">Tune and place in it.</param>
    public int PlaceOf(WindowStart start) => Indices.Take(start.Tune).Sum(tokens => tokens.Length) + start.Offset;

    /// <summary>Reads tunes.</summary>
    /// <param name="sources">Where they are; at least one.</param>
    /// <param name="options">How their rests and parts are read.</param>
    /// <returns>The corpus; it has at least one token.</returns>
    public static TuneCorpus Read(IReadOnlyList<TuneSource> sources, ReadingOptions options)
    {
        var corpus = new TuneCorpus([.. sources.Select(source => TokenizedTune.Read(source, options))]);
        return corpus.Length > 0 ? corpus : throw CommandException.Failed(
            $"no notes over chords were found in {string.Join(", ", sources.Select(source => $"'{source.Name}'"))}; name other tunes with --data");
    }
}

/// <summary>A tune and its tokens.</summary>
/// <param name="Tune">What was read.</param>
/// <param name="Measures">The tokens of each measure, in the order of <see cref="Music.Tune.Measures"/>.</param>
internal sealed record TokenizedTune(Tune Tune, IReadOnlyList<IReadOnlyList<string>> Measures)
{
    /// <summary>The tokens of all measures.</summary>
    public IEnumerable<string> Tokens => Measures.SelectMany(measure => measure);

    /// <summary>Reads one tune.</summary>
    public static TokenizedTune Read(TuneSource source, ReadingOptions options)
    {
        var tune = source.Read(options);
        return new TokenizedTune(tune, Tokenizer.Tokens(tune));
    }
}
