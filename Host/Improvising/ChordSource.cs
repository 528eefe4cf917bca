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
    /// <remarks>
    /// A key moves a form to it. For other chords it only says which key they are in, which a model that hears chords wants to know; a tune
    /// has its own if it is not said, and for a chart it is found from the chords.
    /// </remarks>
    /// <param name="request">What is asked for.</param>
    /// <param name="learned">What the model learned.</param>
    public static NamedChanges Find(ChordRequest request, LearnedTunes learned)
    {
        if (request.Text is { } text && NamedForm.Find(text) is (var form, var named)) return Form(form, named, request.Key);
        var found = Find(request.Text, learned);
        return request.Key is { } key ? InKey(found, key) : found;
    }

    // The key of other changes than a form's is nowhere written: it is heard.
    private static NamedChanges InKey(NamedChanges found, int key)
    {
        var heard = ChangesKey.Of(found.Changes);
        return found with
        {
            Name = $"{found.Name} in {heard with { Tonic = key }}",
            Changes = found.Changes.Transposed(key - heard.Tonic),
            HeardIn = heard,
            Tonic = key,
        };
    }

    private static NamedChanges Find(string? chords, LearnedTunes learned)
    {
        if (chords is null) return learned.Tunes[0];
        if (chords.Contains('|', StringComparison.Ordinal)) return Chart(chords);
        if (learned.Tunes.FirstOrDefault(tune => tune.Name.Equals(chords, StringComparison.OrdinalIgnoreCase)) is { } known) return known;
        var source = EmbeddedTunes.Find(chords) ?? File(chords);
        if (source is null) return ChordChart.HasChord(chords) ? Chart(chords) : throw Unknown(chords, learned);
        var tune = source.Read(learned.Reading);
        return NamedChanges.Of(tune);
    }

    private static NamedChanges Form(NamedForm form, int? named, int? key)
    {
        if (named is not null && key is not null && named != key)
            throw CommandException.WrongUsage($"{Option} and --key name two keys for the {form.Name}; leave one of them out");
        return new NamedChanges(form.Name, form.InKey(named ?? key)) { Tonic = named ?? key ?? NamedForm.ReadKey(form.Key) };
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
        var forms = NamedForm.All.Select(form => form.Name);
        return CommandException.Failed(
            $"{Option} '{text}' is neither a chart such as '| Dm7 G7 | Cmaj7 | % |' nor a file nor one of the tunes {string.Join(", ", names)} "
            + $"nor one of the forms {string.Join(", ", forms)}");
    }
}
