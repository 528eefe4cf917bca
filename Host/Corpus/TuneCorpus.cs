using GpuJazz.Host.Cli;
using GpuJazz.Host.Display;
using GpuJazz.Host.Learned;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Corpus;

/// <summary>What a model learns from: the tokens of tunes, and the vocabulary that numbers the tokens.</summary>
/// <remarks>
/// Of each tune only its tokens, four bytes each (and four for the chord, where chords are heard), and a few numbers are kept, and the chords of the first
/// <see cref="MostChanges"/>, to be played over.
/// </remarks>
internal sealed class TuneCorpus
{
    /// <summary>The tunes whose chords are kept.</summary>
    public const int MostChanges = 100;

    private TuneCorpus(
        IReadOnlyList<CorpusTune> tunes,
        HeldOutTunes heldOut,
        IReadOnlyList<int[]>? chords,
        IReadOnlyList<NamedChanges> changes,
        (Vocabulary Vocabulary, IReadOnlyList<int[]> Learned, IReadOnlyList<int[]> HeldOut) tokens)
    {
        Tunes = tunes;
        HeldOut = heldOut with { Indices = tokens.HeldOut };
        Chords = chords;
        Changes = changes;
        Indices = tokens.Learned;
        Vocabulary = tokens.Vocabulary;
        Length = Indices.Sum(tune => tune.Length);
    }

    /// <summary>The tunes that are learned, in the order of reading.</summary>
    public IReadOnlyList<CorpusTune> Tunes { get; }

    /// <summary>The tunes that are not.</summary>
    public HeldOutTunes HeldOut { get; }

    /// <summary>The chords of the first tunes.</summary>
    public IReadOnlyList<NamedChanges> Changes { get; }

    /// <summary>The different tokens.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Each tune's tokens as indices into the vocabulary.</summary>
    public IReadOnlyList<int[]> Indices { get; }

    /// <summary>The class of the chord under each of these tokens; null where chords are not heard.</summary>
    public IReadOnlyList<int[]>? Chords { get; }

    /// <summary>How many tokens all tunes have together.</summary>
    public int Length { get; }

    /// <summary>The most tokens that a tune has.</summary>
    public int LongestTune => Indices.Max(tokens => tokens.Length);

    /// <summary>A tune's tokens as text.</summary>
    /// <param name="tune">Its place among <see cref="Tunes"/>.</param>
    public IEnumerable<string> TokensOf(int tune) => Indices[tune].Select(index => Vocabulary[index]);

    /// <summary>Where a window begins, counted over all tunes' tokens.</summary>
    /// <param name="start">Tune and place in it.</param>
    public int PlaceOf(WindowStart start) => Indices.Take(start.Tune).Sum(tokens => tokens.Length) + start.Offset;

    /// <summary>Reads tunes.</summary>
    /// <param name="sources">Where they are; at least one.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="terminal">Where progress and bad files are shown.</param>
    /// <param name="look">Sees each tune that is learned, in the first of its keys, before all but its tokens is dropped.</param>
    /// <returns>The corpus; it has at least one token to learn.</returns>
    public static TuneCorpus Read(IReadOnlyList<TuneSource> sources, CorpusOptions options, Terminal terminal, Action<Tune>? look = null)
    {
        List<CorpusTune> tunes = [];
        List<string> heldOut = [];
        List<int[]> chords = [], heldOutChords = [];
        List<NamedChanges> changes = [];
        var numbers = new TokenNumbers();
        var isOnly = sources.Count == 1 && options.Transpose != TransposeKind.All;
        CorpusReader.Read(sources, options, terminal, (source, inKeys) =>
        {
            if (options.HeldOut.Contains(source.Name))
            {
                heldOut.Add(source.Name);
                numbers.AddHeldOut(inKeys[0].Tokens);
                if (options.HearsChords) heldOutChords.Add(HeardChords.Of(inKeys[0].Tune, options.Tokens));
                return;
            }

            look?.Invoke(inKeys[0].Tune);
            if (changes.Count < MostChanges && inKeys[0].Tune.Measures.Count > 0) changes.Add(NamedChanges.Of(inKeys[0].Tune));
            foreach (var read in inKeys)
            {
                tunes.Add(CorpusTune.Of(read.Tune) with { Whole = isOnly || options.KeepsWhole ? read : null });
                numbers.Add(read.Tokens);
                if (options.HearsChords) chords.Add(HeardChords.Of(read.Tune, options.Tokens));
            }
        });

        var corpus = new TuneCorpus(
            tunes,
            new HeldOutTunes(heldOut, [], options.HearsChords ? heldOutChords : null),
            options.HearsChords ? chords : null,
            changes,
            numbers.Sorted(options.MinCount));
        return corpus.Length > 0 ? corpus : throw CommandException.Failed(
            $"no notes over chords were found in {Names(sources)}; name other tunes with --data");
    }

    private static string Names(IReadOnlyList<TuneSource> sources) =>
        sources.Count > 1 ? $"{sources.Count} files, the first of them '{sources[0].Name}'" : $"'{sources[0].Name}'";
}
