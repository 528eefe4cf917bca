using GpuJazz.Host.Learned;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>From a model to solos.</summary>
internal static class SoloMaker
{
    /// <summary>Improvises.</summary>
    /// <param name="session">Where the kernels run.</param>
    /// <param name="model">The model.</param>
    /// <param name="chords">The chords to play over; a model that hears them hears them in their key, see <see cref="HeardBy"/>.</param>
    /// <param name="improvisation">How tokens are picked, and how many solos.</param>
    /// <param name="settings">How tokens become a solo; without a swing, lines swing as the tunes did that were learned.</param>
    /// <returns>
    /// The solos, each made as it is asked for. Solo number s (from 0) is the only solo of the same request with a seed greater by s.
    /// </returns>
    public static IEnumerable<MadeSolo> Make(
        AcceleratorSession session, ModelFile model, NamedChanges chords, ImprovisationSettings improvisation, SoloSettings settings)
    {
        using var improviser = PlayableModel.Open(session, model);
        var source = new SampledTokens(improviser, HeardBy(model, chords));
        foreach (var solo in Make(source, model, chords.Changes, improvisation, settings)) yield return solo;
    }

    /// <summary>Makes solos of tokens from anywhere.</summary>
    /// <param name="source">Where the tokens come from.</param>
    /// <param name="model">Whose tokens they are.</param>
    /// <param name="changes">The chords to play over.</param>
    /// <param name="improvisation">How tokens are picked, and how many solos.</param>
    /// <param name="settings">How tokens become a solo; without a swing, lines swing as the tunes did that were learned.</param>
    /// <param name="kept">Tokens, as indices, that each solo begins with; fewer than it is to have.</param>
    /// <returns>The solos, each made as it is asked for.</returns>
    public static IEnumerable<MadeSolo> Make(
        ITokenSource source,
        ModelFile model,
        Changes changes,
        ImprovisationSettings improvisation,
        SoloSettings settings,
        params IReadOnlyList<int> kept)
    {
        settings = settings with { Swing = settings.Swing ?? model.Tunes.Swing };
        var drawn = source.GoOn(
            improvisation with { Notes = Math.Max(1, improvisation.Notes - kept.Count) }, kept, settings.Bars, solo => SoloRealizer.Fills(Texts(solo), changes, settings));
        for (var i = 0; i < drawn.Length; i++)
        {
            var tokens = Texts(drawn[i]);
            var realized = SoloRealizer.Realize(tokens, changes, settings with { Seed = unchecked(settings.Seed + i) });
            yield return new MadeSolo([.. tokens.Take(realized.Summary.Style == SoloStyle.Played ? realized.Summary.Tokens : tokens.Length)], realized);
        }

        string[] Texts(int[] solo) => [.. kept.Concat(solo).Select(index => model.Tunes.Vocabulary[index])];
    }

    /// <summary>Changes as a model hears them that hears chords.</summary>
    /// <param name="model">The model.</param>
    /// <param name="chords">The changes. Without a known key they are in the key that <see cref="ChangesKey"/> finds.</param>
    /// <returns>What the model runs through; null if it hears no chords.</returns>
    public static HeardChanges? HeardBy(ModelFile model, NamedChanges chords)
    {
        if (!model.Tunes.HearsChords) return null;
        var clock = ChangesClock.Of(chords.Changes, ChordClass.TonicFor(model.Tunes.Tokens, chords.Tonic ?? ChangesKey.Of(chords.Changes).Tonic), model.Tunes.Vocabulary);
        return new HeardChanges([.. clock.Chords], [.. clock.Advances]);
    }
}
