using GpuJazz.Host.Cli;
using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Host.Learned;
using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>A primer as a model hears it.</summary>
/// <param name="Primer">The primer.</param>
/// <param name="Tokens">When each of its tokens begins that the model can hear, and its number in the vocabulary.</param>
/// <param name="Known">How many of the primer's tokens are in the vocabulary; others are heard as the token that is most like them.</param>
internal sealed record HeardPrimer(Primer Primer, IReadOnlyList<(Beats Start, int Token)> Tokens, int Known)
{
    private const string Option = "--primer";

    /// <summary>Reads a primer.</summary>
    /// <param name="path">A MIDI, MusicXML or ABC file, or the name of a tune that comes with the program.</param>
    /// <param name="learned">What the model learned.</param>
    /// <param name="key">The pitch class of the key to move it to, 0 (C) to 11 (B); null for its own.</param>
    public static HeardPrimer Read(string path, LearnedTunes learned, int? key)
    {
        var source = File.Exists(path) ? TuneSource.OfFile(path) : EmbeddedTunes.Find(path)
            ?? throw CommandException.Failed($"{Option} '{path}' is not there; name a MIDI, MusicXML or ABC file with a melody");
        var tune = source.Read(new ReadingOptions(ReadingKind.Auto, learned.Reading.Rests) { IsWhole = true });
        if (key is { } tonic) tune = Transposition.To(tune, tonic, ChangesKey.Of(Changes.Of(tune)));
        var primer = Primer.Of(tune, learned.Tokens);
        var nearest = new NearestToken(learned.Vocabulary);
        var tokens = primer.Melody.Select(element => (element.Event.Start, nearest.IndexOf(element.Token))).Where(token => token.Item2 >= 0).ToArray();
        return new HeardPrimer(primer, tokens, primer.Melody.Count(element => IsKnown(element.Token)));

        bool IsKnown(string token) => learned.Vocabulary.IndexOf(token) is >= 0 and var index && index != learned.Vocabulary.UnknownIndex;
    }

    /// <summary>The tokens that begin in some bars.</summary>
    /// <param name="from">Where they begin.</param>
    /// <param name="until">Where they end.</param>
    public IEnumerable<int> Between(Beats from, Beats until) =>
        Tokens.Where(token => token.Start >= from && token.Start < until).Select(token => token.Token);

    /// <summary>What was read of it, in a line.</summary>
    /// <returns>As in <c>Primer: blues.mid, 45 tokens, 38 of them known (84 %), the others heard as what is most like them</c>.</returns>
    public override string ToString()
    {
        var all = Primer.Melody.Count;
        var others = Known == all ? "" : ", the others heard as what is most like them";
        return FormattableString.Invariant($"Primer: {Primer.Name}, {Counted.Of(all, "token")}, {Known} of them known ({100.0 * Known / all:0} %){others}");
    }
}
