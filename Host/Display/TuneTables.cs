using System.Globalization;
using GpuJazz.Host.Corpus;
using GpuJazz.Music;
using Spectre.Console;

namespace GpuJazz.Host.Display;

/// <summary>Tunes as tables for a person.</summary>
internal static class TuneTables
{
    /// <summary>One tune: its parts, then each measure with its chords, melody and tokens.</summary>
    public static void Show(TokenizedTune tokenized, Terminal terminal)
    {
        var tune = tokenized.Tune;
        terminal.Out.WriteLine(FormattableString.Invariant(
            $"{tune.Name}: {Counted.Of(tune.Measures.Count, "measure")} of {tune.MeasureLength.InQuarters:0.##} beats, {tune.BeatsPerMinute:0.##} beats a minute"));
        terminal.Out.WriteLine(ReadAs(tune));
        terminal.Out.WriteLine(TuneFacts.Of(tune));
        terminal.Console.Write(Parts(tune));
        terminal.Console.Write(Measures(tokenized));
    }

    /// <summary>A line that says how a tune was read: the reading, its parts, and which of the file's measures.</summary>
    public static string ReadAs(Tune tune) => FormattableString.Invariant(
        $"Read as {tune.Reading}; measures {tune.Measures[0].Number + 1} to {tune.Measures[^1].Number + 1} of {tune.MeasuresInFile}");

    /// <summary>Several tunes, a row each.</summary>
    public static void Show(TuneCorpus corpus, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("tune");
        foreach (var heading in new[] { "measures", "beats a minute", "melody notes", "tokens" }) table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var (tune, tokens) in corpus.Tunes.Zip(corpus.Indices))
            table.AddRow(Cell(tune.Name), Cell(tune.Measures), Cell(tune.BeatsPerMinute), Cell(tune.Notes), Cell(tokens.Length));

        terminal.Console.Write(table);
    }

    private static Table Parts(Tune tune)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("part", "name", "pitches", "read as");
        foreach (var heading in new[] { "notes", "a beat", "together", "plays in", "melodic" }) table.AddColumn(new TableColumn(heading).RightAligned());
        table.AddColumn("because");
        foreach (var part in tune.Parts)
        {
            var judged = part.Judgement;
            table.AddRow(
                Cell(part.Index),
                Cell(part.Name),
                Cell(part.IsDrums ? "drums" : $"{Pitch(part.LowestPitch)} to {Pitch(part.HighestPitch)}"),
                Cell(PartRoles.Word(part.Role) ?? ""),
                Cell(part.Notes),
                Cell(judged, of => of.OnsetsPerBeat, "0.#"),
                Cell(judged, of => of.Together, "0 %"),
                Cell(judged, of => of.Coverage, "0 %"),
                Cell(judged, of => of.Score, "0.00"),
                Cell(judged?.Reasons ?? ""));
        }

        return table;
    }

    private static Table Measures(TokenizedTune tokenized)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().AddColumns("measure", "chords (beat: chord)", "melody", "tokens");
        foreach (var (measure, tokens) in tokenized.Tune.Measures.Zip(tokenized.Measures))
        {
            table.AddRow(
                Cell(measure.Number + 1),
                Cell(string.Join('\n', measure.Chords.Select(chord => $"{Beat(chord.Start - measure.Start)}: {Named(chord)}"))),
                Cell(string.Join(' ', measure.Melody.Select(note => note.Pitch is { } pitch ? Pitch(pitch) : "–"))),
                Cell(string.Join(' ', tokens)));
        }

        return table;
    }

    // With the chord's name if it has one.
    private static string Named(Chord chord)
    {
        var pitches = string.Join(' ', chord.Pitches.Select(Pitch));
        return ChordSymbol.Naming(chord.Pitches) is { } symbol ? $"{symbol} ({pitches})" : pitches;
    }

    // Scientific pitch notation; flats as tokens' names have them, but written b.
    private static string Pitch(int midi) => $"{SpelledPitch.OfMidi(midi).Name.Replace('-', 'b')}{(midi / 12) - 1}";

    // Musicians count beats from 1.
    private static string Beat(Beats time) => (time.InQuarters + 1).ToString("0.##", CultureInfo.InvariantCulture);

    private static Text Cell(string text) => new(text);

    private static Text Cell(PartJudgement? judged, Func<PartJudgement, double> value, string format) =>
        new(judged is null ? "" : value(judged).ToString(format, CultureInfo.InvariantCulture));

    private static Text Cell(double value) => new(value.ToString("0.##", CultureInfo.InvariantCulture));
}
