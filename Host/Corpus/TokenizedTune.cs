using GpuJazz.Music;

namespace GpuJazz.Host.Corpus;

/// <summary>A tune and its tokens.</summary>
/// <param name="Tune">What was read.</param>
/// <param name="Measures">The tokens of each measure, in the order of <see cref="Music.Tune.Measures"/>.</param>
internal sealed record TokenizedTune(Tune Tune, IReadOnlyList<IReadOnlyList<string>> Measures)
{
    /// <summary>The tokens of all measures.</summary>
    public IEnumerable<string> Tokens => Measures.SelectMany(measure => measure);

    /// <summary>Makes the tokens of a tune.</summary>
    public static TokenizedTune Of(Tune tune, TokenKind kind) => new(tune, Tokenizer.Tokens(tune, kind));
}
