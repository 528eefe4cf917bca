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
        if (model is not null) SungPitches.Require(model.Tunes, request.Chords, request.Solo, hasPrimer: false);
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
        using var session = model is null ? null : Accelerators.Open(request.Accelerator);
        var perplexity = session is null ? null : Perplexity(session, learned?.Corpus);
        var solos = Files().Concat(session is null ? [] : Improvised(session)).ToArray();
        return new EvaluationReport(
            request.Model,
            perplexity,
            [.. solos.AsParallel().AsOrdered().Select(solo => EvaluatedSolo.Of(solo.Name, solo.Solo, request.Solo.Register, learned?.Copies))],
            learned is null || solos.Length == 0 ? null : learned.Habits(request.Solo.Register),
            remarks);
    }

    private LearnedMelodies? Learned()
    {
        var options = model?.Tunes.Options ?? new CorpusOptions(new ReadingOptions(ReadingKind.Auto, RestsKind.Melody));
        var sources = TuneFinder.Find(request.Corpus, "--corpus");
        var isAnyLearned = sources.Any(source => !options.HeldOut.Contains(source.Name));
        var learned = isAnyLearned ? LearnedMelodies.Read(sources, options, terminal) : null;
        if (learned is not null && (model is null || LearnedTunes.Of(learned.Corpus, options).Digest == model.Tunes.Digest)) return learned;
        if (request.Corpus.Count == 0 || learned is null)
        {
            remarks.Add("The tunes that the model learned are not those that come with gpujazz: name them with --corpus to find copies and to compare with counting.");
            return null;
        }

        remarks.Add("The tunes of --corpus are not quite those that the model learned.");
        return learned;
    }

    // Of the tunes that are named, else of those that were held out when the model was trained, if they are there.
    private PerplexityReport? Perplexity(AcceleratorSession session, TuneCorpus? learned)
    {
        if (request.HeldOut.Count == 0)
        {
            if (learned is null || !learned.HeldOut.AreKnown) return null;
            return PerplexityReport.Of(session, model!, [.. learned.HeldOut.Indices.Select(tune => Renumbered(tune, learned))], learned.HeldOut.Chords, learned);
        }

        var options = new CorpusOptions(model!.Tunes.Reading)
        {
            Transpose = model.Tunes.Transpose == TransposeKind.C ? TransposeKind.C : TransposeKind.None,
            HearsChords = model.Tunes.HearsChords,
            Tokens = model.Tunes.Tokens,
        };
        var heldOut = TuneCorpus.Read(TuneFinder.Find(request.HeldOut, "--data"), options, terminal);
        for (var i = 0; i < heldOut.Tunes.Count; i++)
        {
            if (learned is not null && Enumerable.Range(0, learned.Tunes.Count).Any(tune => learned.TokensOf(tune).SequenceEqual(heldOut.TokensOf(i))))
                remarks.Add($"--data {heldOut.Tunes[i].Name} is one of the tunes that were learned, so that foretelling it proves nothing.");
        }

        var report = PerplexityReport.Of(session, model, PerplexityReport.Indices(heldOut, model.Tunes.Vocabulary), heldOut.Chords, learned);
        if (report is null) remarks.Add("The model knows none of the tokens of --data.");
        return report;
    }

    // A corpus that is not quite the model's has another vocabulary.
    private int[] Renumbered(int[] tune, TuneCorpus corpus) =>
        Array.ConvertAll(tune, index => index < 0 ? model!.Tunes.Vocabulary.UnknownIndex : model!.Tunes.Vocabulary.IndexOf(corpus.Vocabulary[index]));

    private IEnumerable<(string Name, Solo Solo)> Files() =>
        request.Solos.Count == 0 ? [] : TuneFinder.Find(request.Solos, "solo").Select(source => (source.Name, SoloMidi.FromMidi(source.Load(), source.Name)));

    // So many solos over the first changes, then over the next: solo number n is that of `generate` over them with a seed greater by n.
    private IEnumerable<(string Name, Solo Solo)> Improvised(AcceleratorSession session)
    {
        IReadOnlyList<NamedChanges> all = request.Chords is { Text: null, Key: null } ? model!.Tunes.Tunes : [ChordSource.Find(request.Chords, model!.Tunes)];
        var settings = request.Improvisation;
        for (int i = 0, done = 0; i < all.Count; i++)
        {
            var count = (settings.Count - done) / (all.Count - i);
            if (count == 0) continue;
            var seed = unchecked(settings.Seed + done);
            var solos = SoloMaker.Make(
                session, model!, all[i], settings with { Count = count, Seed = seed }, request.Solo with { Seed = seed });
            foreach (var solo in solos) yield return ($"{++done} over {all[i].Name}", solo.Realized.Solo);
        }
    }
}
