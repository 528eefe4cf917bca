using GpuJazz.Host.Cli;
using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Host.Files;
using GpuJazz.Host.Improvising;
using GpuJazz.Host.Learned;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Training;

/// <summary>Carries out <c>gpujazz train</c>.</summary>
internal sealed class TrainingRun
{
    private readonly TrainRequest request;
    private readonly Terminal terminal;
    private readonly OutputFolder folder;
    private readonly TuneCorpus corpus;
    private readonly LearnedTunes tunes;
    private readonly ModelShape shape;
    private readonly Windows windows;
    private readonly EarlyStopping stopping;

    private TrainingRun(TrainRequest request, Terminal terminal)
    {
        this.request = request;
        this.terminal = terminal;
        folder = new OutputFolder(request.Folder);
        Accelerators.WarmUp(request.Accelerator);
        var sources = TuneFinder.Find(request.Data, "--data");
        corpus = TuneCorpus.Read(
            sources, request.Corpus with { HeldOut = HeldOutTunes.Draw(sources, request.HeldOut, request.Settings.Seed) }, terminal);
        if (request.HeldOut > 0 && !corpus.HeldOut.AreKnown)
            throw CommandException.Failed("--held-out: the tunes that were drawn have no token that the others teach; name more tunes, or give another --seed");
        if (corpus.Vocabulary.Count == 1 && corpus.Vocabulary.UnknownIndex == 0)
            throw CommandException.Failed($"--min-count {request.Corpus.MinCount}: no token is met so often; give a smaller one, or name more tunes");
        tunes = LearnedTunes.Of(corpus, request.Corpus);
        shape = request.Corpus.HearsChords
            ? new ModelShape(request.Hidden, corpus.Vocabulary.Count, request.Layers, ChordClass.Count, TableFor(request.Corpus.Tokens))
            : new ModelShape(request.Hidden, corpus.Vocabulary.Count, request.Layers);
        var settings = request.Settings;
        stopping = new EarlyStopping(request.Patience);
        windows = Windows.Draw(corpus.Indices, settings.Windows, settings.Steps, settings.Seed, corpus.Chords);
    }

    /// <summary>Trains and writes everything.</summary>
    public static void Run(TrainRequest request, Terminal terminal) => new TrainingRun(request, terminal).Run();

    private void Run()
    {
        var saved = Saved();
        if (request.DumpKernels is { } dump) Writable.Folder(dump, "--dump-kernels");
        using var session = Accelerators.Open(request.Accelerator, request.DumpKernels);
        var memory = MemoryCheck.Require(shape, request.Settings, windows, session.Info);
        folder.RequireWritable();
        var run = new RunDescription(
            request.Settings, shape.Hidden, session.Info.Name, shape.Vocabulary, corpus.Length, shape.ParameterCount, shape.Layers)
        {
            Chords = shape.Chords,
        };
        var state = Trained(session, memory, saved, run);
        var isDone = state.Epoch == saved?.State.Epoch;
        var epochs = MetricsFile.Read(folder.Metrics).Epochs;
        RunReport.Result(terminal, epochs, stopping.Best);

        List<string> written = isDone ? [] : [folder.Model, .. stopping.Best is null ? [] : new[] { folder.BestModel }, folder.Metrics];
        if (!isDone || folder.IsDue(folder.LossCurve))
        {
            TextFile.Write(folder.LossCurve, text => LossCurve.Write(text, run, epochs));
            written.Add(folder.LossCurve);
        }

        if (!isDone || folder.Solo.Paths.Any(file => folder.IsDue(file.Path)))
            written.AddRange(WriteSolo(session, stopping.Best is null ? state : Checkpoint.Read(folder.BestModel)));
        RunReport.Files(terminal, written, stopping.Best is null ? folder.Model : folder.BestModel);
    }

    // The buffers of training are given back before the solo and its sound take memory of their own.
    private ModelState Trained(AcceleratorSession session, MemoryCheck memory, ModelFile? saved, RunDescription run)
    {
        using var trainer = new Trainer(session.Accelerator, shape, request.Settings, windows, memory.MostSequences);
        if (saved is not null) trainer.Resume(saved.State);
        RunReport.Introduce(terminal, request, corpus, shape, session.Info);
        RunReport.Memory(terminal, memory);
        using var heldOut = request.HeldOut > 0 ? new HeldOutLoss(session.Accelerator, shape, corpus.HeldOut.Indices, corpus.HeldOut.Chords) : null;
        Train(trainer, run, heldOut, isSaved: saved is not null);
        return trainer.State(tunes.ToNotes());
    }

    // Chords that tokens are relative to tell them too little to be learned tone by tone: there each class keeps a row of its own.
    private static ChordTable? TableFor(TokenKind tokens) => tokens == TokenKind.Absolute ? new ChordTable(ChordClass.Parts) : null;

    private ModelFile? Saved()
    {
        if (!request.Resume || !File.Exists(folder.Model)) return null;
        var saved = ModelFile.Read(folder.Model);
        ResumeCheck.Require(saved, folder.Model, request, tunes);
        return saved;
    }

    // An epoch's metrics are written before its model, so that whenever a run is killed they hold every epoch of the model.
    // A new run saves its model before its first epoch, so that what is in the folder is always of one run.
    private void Train(Trainer trainer, RunDescription run, HeldOutLoss? heldOut, bool isSaved)
    {
        var epochs = request.Settings.Epochs;
        using var interruption = new Interruption();
        if (trainer.Epoch == 0)
        {
            File.Delete(folder.BestModel);
            Save(trainer, folder.Model);
        }

        var saved = trainer.Epoch;
        using var metrics = saved == 0 ? MetricsFile.Create(folder.Metrics, run) : MetricsFile.Resume(folder.Metrics, run, saved);
        foreach (var epoch in MetricsFile.Read(folder.Metrics).Epochs) stopping.Add(epoch);
        if (request.Resume) RunReport.Resumed(terminal, isSaved ? saved : null, folder.Model, epochs, stopping.IsOver);
        TrainingTable.ShowWhile(terminal, epochs, report =>
        {
            while (trainer.Epoch < epochs && !stopping.IsOver && !interruption.IsRequested)
            {
                var epoch = trainer.RunEpoch();
                if (heldOut is not null) epoch = epoch with { HeldOutLoss = trainer.Foretell(heldOut).Mean };
                metrics.Append(epoch);
                if (stopping.Add(epoch)) Save(trainer, folder.BestModel);
                report(epoch);
                if (trainer.Epoch % request.SaveEvery != 0) continue;
                Save(trainer, folder.Model);
                saved = trainer.Epoch;
            }
        });
        if (saved != trainer.Epoch) Save(trainer, folder.Model);
        if (trainer.Epoch == epochs || stopping.IsOver) return;

        var again = request.Arguments.Contains("--resume") ? request.Arguments : request.Arguments.Append("--resume");
        throw CommandException.Failed($"stopped after epoch {trainer.Epoch} of {epochs}; {folder.Model} is saved, and this goes on: {CallName.Line(again)}");
    }

    private void Save(Trainer trainer, string path) => Checkpoint.Write(path, trainer.State(tunes.ToNotes()));

    private IReadOnlyList<string> WriteSolo(AcceleratorSession session, ModelState state)
    {
        var seed = request.Settings.Seed;
        var chords = tunes.Tunes[0];
        var solo = SoloMaker.Make(
            session, new ModelFile(state, tunes), chords, new ImprovisationSettings { Seed = seed }, new SoloSettings(Seed: seed)).First();
        terminal.Out.WriteLine($"First solo: {solo.Realized.Summary}");
        return folder.Solo.Write(solo.Realized.Solo, $"Solo over {chords.Name}");
    }
}
