using GpuJazz.Music;

namespace GpuJazz.Host.Corpus;

/// <summary>How tunes become a corpus.</summary>
/// <param name="Reading">How each is read.</param>
internal sealed record CorpusOptions(ReadingOptions Reading)
{
    /// <summary>Which words tunes are told in.</summary>
    public TokenKind Tokens { get; init; }

    /// <summary>Which keys each tune is learned in.</summary>
    public TransposeKind Transpose { get; init; }

    /// <summary>Whether a file that can't be read stops the command; else it is named and left out.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The names of the tunes that are not learned, to foretell them.</summary>
    public IReadOnlySet<string> HeldOut { get; init; } = new HashSet<string>();

    /// <summary>How often a token must be met in the tunes that are learned, or it counts as unknown; 1 for no unknown token.</summary>
    public int MinCount { get; init; } = 1;

    /// <summary>Whether the chord under each token is kept, for a model that hears chords.</summary>
    public bool HearsChords { get; init; }

    /// <summary>Whether all that was read is kept, to be shown; else only what learning and playing need.</summary>
    public bool KeepsWhole { get; init; }
}
