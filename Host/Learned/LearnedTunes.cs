using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GpuJazz.Host.Cli;
using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Learned;

/// <summary>What a model file says of the music that it learned: all that is needed to turn its indices into a solo.</summary>
/// <param name="Vocabulary">The token of each index.</param>
/// <param name="Tunes">The chords of the first tunes, in the order of learning.</param>
/// <param name="Reading">How the tunes were read.</param>
/// <param name="Digest">A digest of all tokens, which tells one corpus from another with the same vocabulary.</param>
internal sealed record LearnedTunes(Vocabulary Vocabulary, IReadOnlyList<NamedChanges> Tunes, ReadingOptions Reading, string Digest)
{
    private const string VocabularyKey = "vocabulary";
    private const string TunesKey = "tunes";
    private const string ReadingKey = "reading";
    private const string RestsKey = "rests";
    private const string DigestKey = "tokens_sha256";
    private const string HeldOutKey = "held_out";
    private const string MinCountKey = "min_count";
    private const string TransposeKey = "transpose";
    private const string TokensKey = "token_kind";

    /// <summary>The names of the tunes of the corpus that were not learned.</summary>
    public IReadOnlyList<string> HeldOut { get; init; } = [];

    /// <summary>How often a token had to be met not to count as unknown.</summary>
    public int MinCount { get; init; } = 1;

    /// <summary>The keys that each tune was learned in.</summary>
    public TransposeKind Transpose { get; init; }

    /// <summary>How the tunes swing whose notes were straightened to be learned, the median of all tunes; null if most don't.</summary>
    public Swing? Swing
    {
        get
        {
            var median = Tunes.Select(tune => tune.SwingRatio).Order().ElementAt(Tunes.Count / 2);
            return median > Music.Swing.Even ? new Swing(Math.Min(median, Music.Swing.Hardest)) : null;
        }
    }

    /// <summary>Whether the model hears the chord under each token.</summary>
    public bool HearsChords { get; init; }

    /// <summary>Which words the tunes were told in.</summary>
    public TokenKind Tokens { get; init; }

    /// <summary>The options that read the same corpus again from the same tunes.</summary>
    public CorpusOptions Options => new(Reading)
    {
        HeldOut = HeldOut.ToHashSet(),
        MinCount = MinCount,
        Transpose = Transpose,
        HearsChords = HearsChords,
        Tokens = Tokens,
    };

    /// <summary>What is to be kept of a corpus.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="options">How it was read.</param>
    public static LearnedTunes Of(TuneCorpus corpus, CorpusOptions options) => new(
        corpus.Vocabulary,
        corpus.Changes,
        options.Reading,
        DigestOf(corpus))
    {
        HeldOut = corpus.HeldOut.Names,
        MinCount = options.MinCount,
        Transpose = options.Transpose,
        HearsChords = options.HearsChords,
        Tokens = options.Tokens,
    };

    /// <summary>Reads it from a model file's notes.</summary>
    /// <param name="state">The model.</param>
    /// <param name="path">Its file, for errors.</param>
    public static LearnedTunes From(ModelState state, string path)
    {
        try
        {
            var tokens = JsonSerializer.Deserialize<string[]>(state.Notes[VocabularyKey]) ?? [];
            var learned = new LearnedTunes(
                new Vocabulary(tokens),
                [.. JsonNode.Parse(state.Notes[TunesKey])!.AsArray().Select(NamedChanges.FromJson)],
                new ReadingOptions(Enum.Parse<ReadingKind>(state.Notes[ReadingKey]), Enum.Parse<RestsKind>(state.Notes[RestsKey])),
                state.Notes[DigestKey])
            {
                HeldOut = state.Notes.TryGetValue(HeldOutKey, out var names) ? JsonSerializer.Deserialize<string[]>(names) ?? [] : [],
                MinCount = state.Notes.TryGetValue(MinCountKey, out var count) ? int.Parse(count, CultureInfo.InvariantCulture) : 1,
                Transpose = state.Notes.TryGetValue(TransposeKey, out var keys) ? Enum.Parse<TransposeKind>(keys) : TransposeKind.None,
                HearsChords = state.Shape.Chords > 0,
                Tokens = state.Notes.TryGetValue(TokensKey, out var kind) ? Enum.Parse<TokenKind>(kind) : TokenKind.DeepJazz,
            };
            if (learned.HearsChords && state.Shape.Chords != ChordClass.Count)
                throw CommandException.Failed($"'{path}' hears {state.Shape.Chords} chords, and this program tells {ChordClass.Count} apart; train a model with `gpujazz train`");
            if (!learned.Vocabulary.Values.SequenceEqual(tokens) || tokens.Length != state.Shape.Vocabulary)
                throw OtherVocabulary(path, $"it names {tokens.Length} tokens, and its network has {state.Shape.Vocabulary}");
            if (tokens.FirstOrDefault(token => token != Vocabulary.Unknown && !TokenText.IsToken(token, learned.Tokens)) is { } foreign)
                throw OtherVocabulary(path, $"'{foreign}' is no token of this program");
            return learned.Tunes.Count > 0 ? learned : throw Foreign(path, null);
        }
        catch (Exception error) when (error is KeyNotFoundException or JsonException or ArgumentException or InvalidOperationException
            or FormatException or NullReferenceException or MusicException)
        {
            throw Foreign(path, error);
        }
    }

    /// <summary>As the notes of a model file.</summary>
    public IReadOnlyDictionary<string, string> ToNotes()
    {
        var notes = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [VocabularyKey] = JsonSerializer.Serialize(Vocabulary.Values, Json.OneLine),
            [TunesKey] = new JsonArray([.. Tunes.Select(tune => tune.ToJson(HearsChords))]).ToJsonString(Json.OneLine),
            [ReadingKey] = Reading.Reading.ToString(),
            [RestsKey] = Reading.Rests.ToString(),
            [DigestKey] = Digest,
        };

        // What a plain training does not have is not said, so that its files stay as they always were.
        if (HeldOut.Count > 0) notes[HeldOutKey] = JsonSerializer.Serialize(HeldOut, Json.OneLine);
        if (MinCount > 1) notes[MinCountKey] = MinCount.ToString(CultureInfo.InvariantCulture);
        if (Transpose != TransposeKind.None) notes[TransposeKey] = Transpose.ToString();
        if (Tokens != TokenKind.DeepJazz) notes[TokensKey] = Tokens.ToString();
        return notes;
    }

    // Of all tokens, a line each, with an empty line between tunes; where chords are heard, each has its chord before it.
    private static string DigestOf(TuneCorpus corpus)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[][] texts = [.. corpus.Vocabulary.Values.Select(Encoding.UTF8.GetBytes)];
        for (var tune = 0; tune < corpus.Indices.Count; tune++)
        {
            if (tune > 0) hash.AppendData("\n\n"u8);
            for (var i = 0; i < corpus.Indices[tune].Length; i++)
            {
                if (i > 0) hash.AppendData("\n"u8);
                if (corpus.Chords is { } chords) hash.AppendData([(byte)chords[tune][i]]);
                hash.AppendData(texts[corpus.Indices[tune][i]]);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static CommandException OtherVocabulary(string path, string why) =>
        CommandException.Failed($"'{path}' has another vocabulary: {why}; train a model with `gpujazz train`");

    private static CommandException Foreign(string path, Exception? cause) =>
        CommandException.Failed($"'{path}' doesn't say what music it learned; name a model that `gpujazz train` wrote", cause);
}
