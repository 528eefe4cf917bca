using GpuJazz.Host.Cli;
using GpuJazz.Host.Learned;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>Makes the solos of a request, whatever they go on from and however their tokens are picked.</summary>
internal sealed class Soloist : IDisposable
{
    private readonly ModelFile model;
    private readonly GenerateRequest request;
    private readonly Improviser improviser;
    private readonly BeamSearch? search;
    private readonly ITokenSource source;
    private readonly PrimedSoloMaker? primed;

    /// <summary>Loads the model's parameters.</summary>
    /// <param name="session">Where the kernels run; must outlive this object.</param>
    /// <param name="model">The model.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="chords">The chords to play over, if they were found.</param>
    /// <param name="primer">What to go on from; null for nothing.</param>
    public Soloist(AcceleratorSession session, ModelFile model, GenerateRequest request, NamedChanges? chords, HeardPrimer? primer)
    {
        this.model = model;
        this.request = request;
        var plan = primer is null ? null
            : request.Primer?.Trade is { } bars ? TurnPlan.Trading(primer.Primer, chords?.Changes, bars)
            : TurnPlan.Continuing(primer.Primer, chords?.Changes, request.Solo.Bars);
        Changes = chords?.Changes ?? primer!.Primer.Changes;
        Heard = SoloMaker.HeardBy(model, (chords ?? new NamedChanges(primer!.Primer.Name, Changes)) with { Changes = plan?.Changes ?? Changes });
        if (Heard is not null && request.Beam is not null)
            throw CommandException.WrongUsage("--beam does not search models that hear chords (--condition chords): draw solos, and rank them with --best");
        improviser = PlayableModel.Open(session, model);
        if (request.Density is { } density)
            DensityBias.Apply(improviser, model.Tunes.Vocabulary, request.Improvisation, density, Changes.MeasureLength, Heard);
        if (request.Beam is { } width) search = new BeamSearch(session.Accelerator, model.State.Shape, improviser.CopyParameters(), width);
        source = search is null ? new SampledTokens(improviser, Heard) : new BeamTokens(search);
        if (plan is not null) primed = new PrimedSoloMaker(source, model.Tunes, primer!, plan);
    }

    /// <summary>The changes as the model hears them, from the first token that it hears or plays; null where it hears no chords.</summary>
    public HeardChanges? Heard { get; }

    /// <summary>The chords that are played over.</summary>
    public Changes Changes { get; }

    /// <summary>All solos, in the order of their seeds.</summary>
    public IEnumerable<MadeSolo> All() => primed is null
        ? SoloMaker.Make(source, model, Changes, request.Improvisation, request.Solo)
        : Enumerable.Range(0, request.Improvisation.Count).Select(number => primed.Make(HowOf(number), PlayedOf(number)));

    /// <summary>All solos, in the order of their seeds, without those that copy too much and can't be cleared of it.</summary>
    /// <param name="guard">Says what is too much.</param>
    public IEnumerable<MadeSolo> All(CopyGuard guard) => All()
        .Select((solo, number) => guard.Cleared(
            solo, request.Improvisation.Sampling == SamplingKind.Argmax || search is not null ? null : (made, from, attempt) => Again(number, made, from, attempt)))
        .OfType<MadeSolo>();

    private MadeSolo Again(int number, MadeSolo made, int fromNote, int attempt)
    {
        var how = HowOf(number);
        how = how with { Seed = new SplitMix64(how.Seed, $"try {attempt}").NextBelow(int.MaxValue) };
        if (primed is not null) return primed.Make(how, PlayedOf(number));
        return SoloMaker.Make(source, model, Changes, how, PlayedOf(number), Before(made, fromNote)).First();
    }

    // The tokens before a note of the melody. In the original style a note is no token's alone: all is drawn again.
    private int[] Before(MadeSolo made, int note)
    {
        if (made.Realized.Summary.Style == SoloStyle.Original) return [];
        var sounding = 0;
        return [.. made.Tokens.TakeWhile(token => TokenText.IsRest(token) || sounding++ < note).Select(model.Tunes.Vocabulary.IndexOf)];
    }

    private ImprovisationSettings HowOf(int number) =>
        request.Improvisation with { Count = 1, Seed = unchecked(request.Improvisation.Seed + number) };

    private SoloSettings PlayedOf(int number) => request.Solo with { Seed = unchecked(request.Solo.Seed + number) };

    /// <summary>Frees the parameters.</summary>
    public void Dispose()
    {
        search?.Dispose();
        improviser.Dispose();
    }
}
