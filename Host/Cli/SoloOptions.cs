using System.CommandLine;
using GpuJazz.Music;

namespace GpuJazz.Host.Cli;

/// <summary>The options that say how tokens become a solo.</summary>
internal sealed class SoloOptions
{
    private const int MostBars = 4000;

    private readonly Option<Choice<SoloStyle>> style = OptionFactory.Among(
        "--style",
        "played fits each measure's chords; original plays as the notebook did: of n measures of chords it takes the 2nd to the (n/3)th, "
            + "or one if n is below 6, and plays all tokens anew over each, a measure after the one before, so that they overlap",
        ("played", SoloStyle.Played), ("original", SoloStyle.Original));

    private readonly Option<double> tempo = OptionFactory.Real("--tempo", 130, 20, 400, true, "Quarter notes a minute");

    private readonly Option<int?> bars = OptionFactory.WholeOrNone(
        "--bars", 1, MostBars, "Fill exactly this many bars, with as many tokens as that takes");

    private readonly Option<Register?> range = OptionFactory.Read(
        "--range", "low-high", "Where the line lies, such as C4-D6 or 60-86", ReadRange, "a range of an octave or more such as C4-D6 or 60-86");

    private readonly Option<double?> swing = OptionFactory.RealOrNone(
        "--swing", Swing.Even, Swing.Hardest,
        "How much longer the first eighth of a beat is than the second: 1 even, 2 triplets; without it, as the line is");

    private readonly Option<Accompaniment?> accompaniment = OptionFactory.Read(
        "--accompaniment", "list", "Who plays along: piano,bass,drums (all three without it), some of them, or none",
        ReadAccompaniment, "a list of piano, bass and drums, or none");

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(style);
        command.Add(tempo);
        command.Add(bars);
        command.Add(range);
        command.Add(swing);
        command.Add(accompaniment);
    }

    /// <summary>What is asked for.</summary>
    /// <param name="result">The parsed line.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    public SoloSettings Plan(ParseResult result, int seed)
    {
        var chosen = result.GetRequiredValue(style).Value;
        Option[] played = [bars, range, swing, accompaniment];
        if (chosen == SoloStyle.Original && Array.Find(played, option => result.GetResult(option) is not null) is { } foreign)
            throw CommandException.WrongUsage($"{foreign.Name} means nothing to --style original, which plays as the notebook did; leave one of them out");
        return new SoloSettings(chosen, seed, result.GetValue(tempo))
        {
            Bars = result.GetValue(bars),
            Register = result.GetValue(range) ?? Register.RightHand,
            Swing = result.GetValue(swing) is { } ratio ? new Swing(ratio) : null,
            Accompaniment = result.GetValue(accompaniment) ?? Accompaniment.All,
        };
    }

    // The low end's name may have a dash of its own: C-1 is the lowest C.
    private static Register? ReadRange(string text)
    {
        for (var dash = text.IndexOf('-', 1 < text.Length ? 1 : 0); dash > 0; dash = text.IndexOf('-', dash + 1))
        {
            if (PitchName.Parse(text[..dash]) is not { } low || PitchName.Parse(text[(dash + 1)..]) is not { } high) continue;
            return high - low >= Register.Narrowest ? new Register(low, high) : null;
        }

        return null;
    }

    private static Accompaniment? ReadAccompaniment(string text)
    {
        if (text == "none") return Accompaniment.None;
        var players = Accompaniment.None;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var player = word switch { "piano" => Accompaniment.Piano, "bass" => Accompaniment.Bass, "drums" => Accompaniment.Drums, _ => Accompaniment.None };
            if (player == Accompaniment.None) return null;
            players |= player;
        }

        return players;
    }
}
