using System.Text.Json.Nodes;
using GpuJazz.Host.Corpus;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Display;

/// <summary>What <c>gpujazz inspect --json</c> prints.</summary>
internal static class TuneJson
{
    /// <summary>One tune with its measures, or a list of several; then what a model would learn from them.</summary>
    /// <param name="corpus">The tunes.</param>
    /// <param name="windows">The windows that a training would draw, or null if every tune is too short.</param>
    /// <param name="parameters">How many parameters the model would have.</param>
    public static JsonObject Of(TuneCorpus corpus, Windows? windows, int parameters)
    {
        var json = corpus.Tunes is [var only] ? Tune(only) : new JsonObject { ["tunes"] = new JsonArray([.. corpus.Tunes.Select(Tune)]) };
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
        ["parts"] = new JsonArray([.. tokenized.Tune.Parts.Select(Part)]),
        ["measures"] = Json.Array(tokenized.Measures.Select(measure => string.Join(' ', measure))),
    };

    private static JsonObject Part(Part part) => new()
    {
        ["index"] = part.Index,
        ["name"] = part.Name,
        ["notes"] = part.Notes,
        ["lowest_pitch"] = part.LowestPitch,
        ["highest_pitch"] = part.HighestPitch,
        ["drums"] = part.IsDrums,
        ["role"] = part.Role switch { PartRole.Melody => "melody", PartRole.Chords => "chords", _ => null },
    };
}
