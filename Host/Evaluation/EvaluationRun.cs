using GpuJazz.Host.Cli;
using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Host.Files;
using GpuJazz.Host.Improvising;
using GpuJazz.Host.Learned;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Evaluation;

/// <summary>Carries out <c>gpujazz evaluate</c>.</summary>
internal sealed class EvaluationRun
{
    // As much of a large corpus as tells its habits.
    private const int MostMeasuredTunes = 60;

    private readonly EvaluationRequest request;
    private readonly Terminal terminal;
    private readonly ModelFile? model;
    private readonly List<string> remarks = [];

    private EvaluationRun(EvaluationRequest request, Terminal terminal)
    {
        this.request = request;
        this.terminal = terminal;
        if (request.Model is null && request.Solos.Count == 0)
            throw CommandException.WrongUsage("there is nothing to evaluate; name a model with --model, or solos");
        if (request.Model is null && request.HeldOut.Count > 0)
            throw CommandException.WrongUsage("--data names tunes for a model to foretell; name the model with --model");
        if (request.Model is null && request.Improvisation.Count > 0)
            throw CommandException.WrongUsage("--count asks for solos of a model; name it with --model");
        model = request.Model is null ? null : ModelFile.Read(request.Model);
    }

    /// <summary>Evaluates, and writes and prints the report.</summary>
    public static void Run(EvaluationRequest request, Terminal terminal)
    {
        if (request.Html is { } html)
        {
            FileEnding.Require(FileEnding.Html, html, "--html");
            Writable.Target(html, "--html");
        }

        var report = new EvaluationRun(request, terminal).Report();
        if (request.Html is { } path) TextFile.Write(path, text => EvaluationPage.Write(report, text));
        if (request.Json) Json.Write(terminal.Out, EvaluationJson.Of(report));
        else EvaluationTables.Show(report, terminal);
        if (request.Html is not null && !request.Json) terminal.Out.WriteLine($"Wrote {request.Html}");
    }

    private EvaluationReport Report()
    {
        var learned = Learned();
        var search = learned is null ? null : new CopySearch(learned.Tunes.Select(tune => tune.Whole!.Tune));
        using var session = model is null ? null : Accelerators.Open(request.Accelerator);
        var perplexity = session is null || request.HeldOut.Count == 0 ? null : Perplexity(session, learned);
        var solos = Files().Concat(session is null ? [] : Improvised(session)).ToArray();
        return new EvaluationReport(
            request.Model,
            perplexity,
            [.. solos.AsParallel().AsOrdered().Select(solo => EvaluatedSolo.Of(solo.Name, solo.Solo, search))],
            learned is null || solos.Length == 0 ? null : Habits(learned),
            remarks);
    }

    private TuneCorpus? Learned()
    {
        var reading = model?.Tunes.Reading ?? new ReadingOptions(ReadingKind.Auto, RestsKind.Melody);
        var corpus = Read(request.Corpus, "--corpus", reading);
        if (model is null || LearnedTunes.Of(corpus, reading).Digest == model.Tunes.Digest) return corpus;
        if (request.Corpus.Count == 0)
        {
            remarks.Add("The tunes that the model learned are not those that come with gpujazz: name them with --corpus to find copies and to compare with counting.");
            return null;
        }

        remarks.Add("The tunes of --corpus are not quite those that the model learned.");
        return corpus;
    }

    private PerplexityReport? Perplexity(AcceleratorSession session, TuneCorpus? learned)
    {
        var heldOut = Read(request.HeldOut, "--data", model!.Tunes.Reading);
        for (var i = 0; i < heldOut.Tunes.Count; i++)
        {
            if (learned is not null && Enumerable.Range(0, learned.Tunes.Count).Any(tune => learned.TokensOf(tune).SequenceEqual(heldOut.TokensOf(i))))
                remarks.Add($"{heldOut.Tunes[i].Name} of --data is one of the tunes that were learned, so that foretelling it proves nothing.");
        }

        var report = PerplexityReport.Of(session, model, heldOut, learned);
        if (report is null) remarks.Add("The model knows none of the tokens of --data.");
        return report;
    }

    private TuneCorpus Read(IReadOnlyList<string> paths, string option, ReadingOptions reading) =>
        TuneCorpus.Read(TuneFinder.Find(paths, option), new CorpusOptions(reading) { KeepsWhole = true }, terminal);

    private IEnumerable<(string Name, Solo Solo)> Files() =>
        request.Solos.Count == 0 ? [] : TuneFinder.Find(request.Solos, "solo").Select(source => (source.Name, SoloMidi.FromMidi(source.Load(), source.Name)));

    // So many solos over the first changes, then over the next: solo number n is that of `generate` over them with a seed greater by n.
    private IEnumerable<(string Name, Solo Solo)> Improvised(AcceleratorSession session)
    {
        IReadOnlyList<NamedChanges> all = request.Chords is null ? model!.Tunes.Tunes : [ChordSource.Find(request.Chords, model!.Tunes)];
        var settings = request.Improvisation;
        for (int i = 0, done = 0; i < all.Count; i++)
        {
            var count = (settings.Count - done) / (all.Count - i);
            if (count == 0) continue;
            var seed = unchecked(settings.Seed + done);
            var solos = SoloMaker.Make(
                session, model, all[i].Changes, settings with { Count = count, Seed = seed }, request.Solo with { Seed = seed });
            foreach (var solo in solos) yield return ($"{++done} over {all[i].Name}", solo.Realized.Solo);
        }
    }

    private static IReadOnlyList<double?> Habits(TuneCorpus corpus)
    {
        var tunes = corpus.Tunes.Where(tune => tune.Measures > 0).ToArray();
        var every = ((tunes.Length - 1) / MostMeasuredTunes) + 1;
        return SoloMeasure.Mean(
        [
            .. tunes.Where((_, i) => i % every == 0).AsParallel().AsOrdered()
                .Select(tune => SoloMeasure.Measure(TuneMelody.Of(tune.Whole!.Tune))),
        ]);
    }
}
