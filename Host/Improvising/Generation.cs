using GpuJazz.Host.Files;
using System.Text.Json.Nodes;
using GpuJazz.Host.Display;
using GpuJazz.Host.Learned;
using GpuJazz.Model;

namespace GpuJazz.Host.Improvising;

/// <summary>Carries out <c>gpujazz generate</c>.</summary>
internal static class Generation
{
    /// <summary>Improvises and writes the solos.</summary>
    public static void Run(GenerateRequest request, Terminal terminal)
    {
        Accelerators.WarmUp(request.Accelerator);
        var model = ModelFile.Read(request.Model);
        var chords = ChordSource.Find(request.Chords, model.Tunes);
        var count = Math.Min(request.Best ?? int.MaxValue, request.Improvisation.Count);
        SoloFiles[] files = [.. Enumerable.Range(1, count).Select(number => request.Files.Numbered(number, count))];
        foreach (var each in files) each.RequireWritable();

        if (request.DumpKernels is { } dump) Writable.Folder(dump, "--dump-kernels");
        using var session = Accelerators.Open(request.Accelerator, request.DumpKernels);
        var report = new JsonArray();
        foreach (var ((solo, likelihood), file) in Chosen(session, model, chords, request).Zip(files))
        {
            var written = file.Write(solo.Realized.Solo, $"Solo over {chords.Name}");
            if (request.Json) report.Add(ToJson(solo, likelihood, written));
            else terminal.Out.WriteLine($"{solo.Realized.Summary}{Told(likelihood)}\nWrote {string.Join(", ", written)}");
        }

        if (request.Json)
            Json.Write(terminal.Out, new JsonObject { ["model"] = request.Model, ["chords"] = chords.Name, ["solos"] = report });
    }

    // In the order of their seeds; or, where only the best are wanted, the likeliest first.
    private static IEnumerable<(MadeSolo Solo, double? Likelihood)> Chosen(
        AcceleratorSession session, ModelFile model, NamedChanges chords, GenerateRequest request)
    {
        MadeSolo[] solos = [.. SoloMaker.Make(session, model, chords, request.Improvisation, request.Solo)];
        var scored = solos.Zip(Likelihood.Of(session, model, solos.Select(solo => solo.Tokens), chords));
        return request.Best is null ? scored : scored.OrderByDescending(solo => solo.Second);
    }

    private static string Told(double? likelihood) =>
        likelihood is { } value ? FormattableString.Invariant($", log-likelihood {value:F3} a token") : "";

    private static JsonObject ToJson(MadeSolo solo, double? likelihood, IReadOnlyList<string> written)
    {
        var summary = solo.Realized.Summary;
        return new JsonObject
        {
            ["files"] = Json.Array(written),
            ["tokens"] = Json.Array(solo.Tokens),
            ["log_likelihood"] = likelihood,
            ["measures"] = summary.Measures,
            ["notes"] = summary.Notes,
            ["rests"] = summary.Rests,
            ["octave_moves"] = summary.OctaveMoves,
            ["interval_moves"] = summary.IntervalMoves,
            ["type_changes"] = summary.TypeChanges,
            ["notes_delayed"] = summary.NotesDelayed,
            ["notes_detached"] = summary.NotesDetached,
            ["rests_shortened"] = summary.RestsShortened,
            ["repeats_dropped"] = summary.RepeatsDropped,
            ["same_starts_dropped"] = summary.SameStartsDropped,
        };
    }
}
