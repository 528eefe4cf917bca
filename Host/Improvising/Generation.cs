using System.Text.Json.Nodes;
using GpuJazz.Host.Cli;
using GpuJazz.Host.Files;
using GpuJazz.Host.Display;
using GpuJazz.Host.Learned;
using GpuJazz.Model;

namespace GpuJazz.Host.Improvising;

/// <summary>Carries out <c>gpujazz generate</c>.</summary>
internal static class Generation
{
    private const string NoGuard = "The tunes that the model learned are not at hand, so that copies of them are not seen; name them with --corpus";
    private const string AllowCopies = "allow it with a greater --max-copy, or draw more freely with a higher --temperature";

    /// <summary>Improvises and writes the solos.</summary>
    public static void Run(GenerateRequest request, Terminal terminal)
    {
        Accelerators.WarmUp(request.Accelerator);
        var model = ModelFile.Read(request.Model);
        SungPitches.Require(model.Tunes, request.Chords, request.Solo, request.Primer is not null);
        var primer = request.Primer is { } heard ? HeardPrimer.Read(heard.Path, model.Tunes, request.Chords.Text is null ? request.Chords.Key : null) : null;
        var chords = primer is not null && request.Chords.Text is null ? null : ChordSource.Find(request.Chords, model.Tunes);
        var name = chords?.Name ?? primer!.Primer.Name;
        var count = Math.Min(request.Best ?? int.MaxValue, request.Improvisation.Count);
        SoloFiles[] files = [.. Enumerable.Range(1, count).Select(number => request.Files.Numbered(number, count))];
        foreach (var each in files) each.RequireWritable();

        if (request.DumpKernels is { } dump) Writable.Folder(dump, "--dump-kernels");
        using var session = Accelerators.Open(request.Accelerator, request.DumpKernels);
        using var soloist = new Soloist(session, model, request, chords, primer);
        if (primer is not null && !request.Json) terminal.Out.WriteLine(primer);
        if (chords?.HeardIn is { } key && !request.Json) terminal.Out.WriteLine($"Chords: {name}, moved from {key}, in which they are heard");
        var guard = CopyGuard.Of(model.Tunes, request.Corpus, request.MaxCopy ?? CopyGuard.UsualMost, terminal);
        if (guard is null && !request.Json) terminal.Out.WriteLine(NoGuard);
        var chosen = Chosen(session, model, soloist, guard, request);
        if (guard is { Redrawn: > 0 } && !request.Json)
            terminal.Out.WriteLine($"Drawn again because they copied more than {guard.Most} notes in a row: {Counted.Of(guard.Redrawn, "solo")}");
        var report = new JsonArray();
        foreach (var ((solo, likelihood), file) in chosen.Zip(files))
        {
            var written = file.Write(solo.Realized.Solo, $"Solo over {name}");
            if (request.Json) report.Add(ToJson(solo, likelihood, written, guard, request));
            else terminal.Out.WriteLine($"{solo.Realized.Summary}{Told(likelihood)}{Density(solo, request)}{Copy(solo, guard, request)}\nWrote {string.Join(", ", written)}");
        }

        if (!request.Json) return;
        var json = new JsonObject { ["model"] = request.Model, ["chords"] = name, ["solos"] = report };
        if (primer is not null) json["primer"] = ToJson(primer);
        Json.Write(terminal.Out, json);
    }

    // In the order of their seeds; or, where only the best are wanted, the likeliest first.
    private static IReadOnlyList<(MadeSolo Solo, double? Likelihood)> Chosen(
        AcceleratorSession session, ModelFile model, Soloist soloist, CopyGuard? guard, GenerateRequest request)
    {
        MadeSolo[] solos = [.. guard is null ? soloist.All() : soloist.All(guard)];
        if (solos.Length < Math.Min(request.Best ?? int.MaxValue, request.Improvisation.Count))
            throw CommandException.Failed($"the model copies more than {guard!.Most} notes in a row from the tunes that it learned, however it is drawn; {AllowCopies}");
        var scored = solos.Zip(Likelihood.Of(session, model, solos, soloist.Heard));
        return [.. request.Best is null ? scored : scored.OrderByDescending(solo => solo.Second)];
    }

    private static string Told(double? likelihood) =>
        likelihood is { } value ? FormattableString.Invariant($", log-likelihood {value:F3} a token") : "";

    private static string Copy(MadeSolo solo, CopyGuard? guard, GenerateRequest request) =>
        request.MaxCopy is null || guard?.Longest(solo) is not { } copy ? "" : $", of which at most {copy.Notes} in a row are copied ({copy.From})";

    private static string Density(MadeSolo solo, GenerateRequest request) =>
        request.Density is null ? "" : FormattableString.Invariant($", {solo.Density:0.0} notes a bar");

    private static JsonObject ToJson(HeardPrimer primer) => new()
    {
        ["name"] = primer.Primer.Name,
        ["tokens"] = primer.Primer.Melody.Count,
        ["known"] = primer.Known,
    };

    private static JsonObject ToJson(MadeSolo solo, double? likelihood, IReadOnlyList<string> written, CopyGuard? guard, GenerateRequest request)
    {
        var summary = solo.Realized.Summary;
        var json = new JsonObject
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
        if (request.Density is not null) json["notes_a_bar"] = solo.Density;
        if (request.MaxCopy is not null && guard is not null) json["longest_copy"] = guard.Longest(solo)?.Notes ?? 0;
        return json;
    }
}
