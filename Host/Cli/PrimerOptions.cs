using System.CommandLine;
using GpuJazz.Host.Improvising;

namespace GpuJazz.Host.Cli;

/// <summary>The options that say what a solo goes on from.</summary>
internal sealed class PrimerOptions
{
    private readonly Option<string?> primer = OptionFactory.Text(
        "--primer", "file",
        "A MIDI, MusicXML or ABC file whose melody the model hears first: it is played, and the solo goes on from it over the changes, "
            + "which are the primer's own unless --chords names others; --notes and --bars count the solo alone");

    private readonly Option<int?> trade = OptionFactory.WholeOrNone(
        "--trade", 1, 1000,
        "With --primer, trade so many bars: that many of the primer, as many of the solo, until all of it was answered; without --chords "
            + "each answer goes over the chords of the bars that it answers");

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(primer);
        command.Add(trade);
    }

    /// <summary>What is asked for; null where there is no primer.</summary>
    /// <param name="result">The parsed line.</param>
    /// <param name="solo">How the solo is played.</param>
    /// <param name="isLengthSaid">Whether another option says how long the solo is.</param>
    public PrimerRequest? Plan(ParseResult result, Music.SoloSettings solo, bool isLengthSaid)
    {
        var bars = result.GetValue(trade);
        if (result.GetValue(primer) is not { } path)
            return bars is null ? null : throw CommandException.WrongUsage("--trade answers a melody; name its file with --primer");
        if (solo.Style == Music.SoloStyle.Original)
            throw CommandException.WrongUsage("--primer means nothing to --style original, which plays as the notebook did; leave one of them out");
        if (bars is not null && isLengthSaid)
            throw CommandException.WrongUsage("--trade plays until all of the primer was answered; leave out --trade, or --bars and --notes");
        return new PrimerRequest(path, bars);
    }
}
