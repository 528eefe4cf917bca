using System.Text.Json.Nodes;
using GpuJazz.Host.Display;
using GpuJazz.Music;

namespace GpuJazz.Host.Evaluation;

/// <summary>What <c>gpujazz evaluate --json</c> prints.</summary>
internal static class EvaluationJson
{
    /// <summary>The whole report; what is not known is null.</summary>
    public static JsonObject Of(EvaluationReport report) => new()
    {
        ["model"] = report.Model,
        ["perplexity"] = report.Perplexity is { } perplexity ? Perplexity(perplexity) : null,
        ["solos"] = new JsonArray([.. report.Solos.Select(Solo)]),
        ["mean"] = Measures(report.Mean),
        ["tunes"] = report.Tunes is { } tunes ? Measures(tunes) : null,
        ["remarks"] = Json.Array(report.Remarks),
    };

    private static JsonObject Perplexity(PerplexityReport perplexity)
    {
        var json = new JsonObject
        {
            ["tunes"] = perplexity.Tunes,
            ["tokens"] = perplexity.Rows[0].Loss.Tokens,
            ["unknown_tokens"] = perplexity.Unknown,
        };
        foreach (var (key, _, loss) in perplexity.Rows) json[key] = new JsonObject { ["nats"] = loss.Mean, ["perplexity"] = loss.Perplexity };
        return json;
    }

    private static JsonObject Solo(EvaluatedSolo solo)
    {
        var json = Measures(solo.Values);
        json.Insert(0, "name", solo.Name);
        json.Insert(1, "notes", solo.Solo.Melody.Count);
        json["longest_copy"] = solo.Longest is { } longest ? Passage(longest) : null;
        json["copies"] = new JsonArray([.. solo.Copies.Select(Passage)]);
        return json;
    }

    private static JsonObject Measures(IReadOnlyList<double?> values) =>
        new(SoloMeasure.All.Zip(values, (measure, value) => KeyValuePair.Create(measure.Key, (JsonNode?)value)));

    private static JsonObject Passage(CopiedPassage passage) => new()
    {
        ["notes"] = passage.Notes,
        ["first_note"] = passage.FirstNote + 1,
        ["bar"] = passage.Bar,
        ["tune"] = passage.Tune,
        ["tune_bar"] = passage.TuneBar,
        ["transposition"] = passage.Transposition,
    };
}
