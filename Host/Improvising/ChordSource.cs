using GpuJazz.Host.Cli;
using GpuJazz.Host.Corpus;
using GpuJazz.Host.Learned;
using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>Finds the chords that a solo is played over.</summary>
internal static class ChordSource
{
    private const string Option = "--chords";
    private const int ChartQuarters = 4;

    /// <summary>The chords that are asked for.</summary>
    /// <param name="chords">A chart, a file, or a tune's name; null for the first tune that the model learned.</param>
    /// <param name="learned">What the model learned.</param>
    public static NamedChanges Find(string? chords, LearnedTunes learned)
    {
        if (chords is null) return learned.Tunes[0];
        if (chords.Contains('|', StringComparison.Ordinal)) return Chart(chords);
        if (learned.Tunes.FirstOrDefault(tune => tune.Name.Equals(chords, StringComparison.OrdinalIgnoreCase)) is { } known) return known;
        var source = EmbeddedTunes.Find(chords) ?? File(chords);
        if (source is null) return ChordChart.HasChord(chords) ? Chart(chords) : throw Unknown(chords, learned);
        var tune = source.Read(learned.Reading);
        return NamedChanges.Of(tune);
    }

    private static NamedChanges Chart(string chart)
    {
        try
        {
            var measure = Beats.Quarters(ChartQuarters);
            return new NamedChanges("the chart", new Changes(ChordChart.Parse(chart, Option, measure), measure));
        }
        catch (MusicException error)
        {
            throw CommandException.WrongUsage(error.Message);
        }
    }

    private static TuneSource? File(string path)
    {
        if (Directory.Exists(path)) throw CommandException.Failed($"{Option} '{path}' is a folder; name one file in it");
        return System.IO.File.Exists(path) ? TuneSource.OfFile(path) : null;
    }

    private static CommandException Unknown(string text, LearnedTunes learned)
    {
        var names = learned.Tunes.Select(tune => tune.Name).Concat(EmbeddedTunes.All.Select(tune => tune.Name)).Distinct();
        return CommandException.Failed(
            $"{Option} '{text}' is neither a chart such as '| Dm7 G7 | Cmaj7 | % |' nor a file nor one of the tunes {string.Join(", ", names)}");
    }
}
