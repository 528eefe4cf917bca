using System.Text.Json.Nodes;
using GpuJazz.Host.Corpus;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Display;

/// <summary>What <c>gpujazz inspect --json</c> prints.</summary>
internal static class TuneJson
{
    /// <summary>One tune with its measures, or a list of several; then what a model would learn from them.</summary>
    /// <param name="corpus">The tunes, kept whole.</param>
    /// <param name="windows">The windows that a training would draw, or null if every tune is too short.</param>
    /// <param name="parameters">How many parameters the model would have.</param>
    public static JsonObject Of(TuneCorpus corpus, Windows? windows, int parameters)
    {
        var json = corpus.Tunes is [var only]
            ? Tune(only.Whole!)
            : new JsonObject { ["tunes"] = new JsonArray([.. corpus.Tunes.Select(tune => Tune(tune.Whole!))]) };
        json["corpus_length"] = corpus.Length;
        json["vocabulary"] = Json.Array(corpus.Vocabulary.Values);
        json["window_starts"] = windows is null ? new JsonArray() : Json.Array(windows.Starts.Select(corpus.PlaceOf));
        json["parameter_count"] = parameters;
        return json;
    }

    private static JsonObject Tune(TokenizedTune tokenized) => new()
    {
        ["name"] = tokenized.Tune.Name,
        ["tempo"] = tokenized.Tune.BeatsPerMinute,
        ["beats_in_measure"] = tokenized.Tune.MeasureLength.InQuarters,
        ["reading"] = tokenized.Tune.Reading,
        ["key"] = tokenized.Tune.Key.ToString(),
        ["key_correlation"] = Math.Round(tokenized.Tune.KeyCorrelation, 3),
        ["swing"] = tokenized.Tune.SwingRatio,
        ["pick_up"] = tokenized.Tune.PickUp.InQuarters,
        ["meters"] = new JsonArray([.. tokenized.Tune.Meters.Select(Meter)]),
        ["tempos"] = new JsonArray([.. tokenized.Tune.Tempos.Select(Tempo)]),
        ["parts"] = new JsonArray([.. tokenized.Tune.Parts.Select(Part)]),
        ["measures"] = Json.Array(tokenized.Measures.Select(measure => string.Join(' ', measure))),
        ["chords"] = Json.Array(tokenized.Tune.Measures.Select(Chords)),
    };

    private static JsonObject Meter(MeterChange meter) => new() { ["measure"] = meter.Measure + 1, ["signature"] = meter.ToString() };

    private static JsonObject Tempo(TempoChange tempo) => new() { ["measure"] = tempo.Measure + 1, ["tempo"] = tempo.BeatsPerMinute };

    // A name for each chord, or a question mark.
    private static string Chords(Measure measure) =>
        string.Join(' ', measure.Chords.Select(chord => ChordSymbol.Naming(chord.Pitches)?.ToString() ?? "?"));

    private static JsonObject Part(Part part) => new()
    {
        ["index"] = part.Index,
        ["name"] = part.Name,
        ["notes"] = part.Notes,
        ["lowest_pitch"] = part.LowestPitch,
        ["highest_pitch"] = part.HighestPitch,
        ["drums"] = part.IsDrums,
        ["role"] = PartRoles.Word(part.Role),
        ["melodic"] = part.Judgement is { } judged ? Math.Round(judged.Score, 3) : null,
        ["notes_a_beat"] = part.Judgement is { } dense ? Math.Round(dense.OnsetsPerBeat, 3) : null,
        ["together"] = part.Judgement is { } full ? Math.Round(full.Together, 3) : null,
        ["plays_in"] = part.Judgement is { } played ? Math.Round(played.Coverage, 3) : null,
        ["because"] = part.Judgement?.Reasons,
    };
}
