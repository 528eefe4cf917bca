using GpuJazz.Host.Learned;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>A solo with the tokens that it was made from.</summary>
/// <param name="Tokens">What the model improvised.</param>
/// <param name="Realized">The notes, and what was done to get them.</param>
internal sealed record MadeSolo(IReadOnlyList<string> Tokens, RealizedSolo Realized);

/// <summary>From a model to solos.</summary>
internal static class SoloMaker
{
    /// <summary>Tokens to begin with for a bar; a line of eighths has as many.</summary>
    private const int TokensInBar = 8;

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
        settings = settings with { Swing = settings.Swing ?? model.Tunes.Swing };
        using var improviser = new Improviser(session.Accelerator, model.State.Shape, Playable(model));
        var solos = Enough(improviser, model, chords, improvisation, settings);
        for (var i = 0; i < solos.Length; i++)
        {
            var realized = SoloRealizer.Realize(solos[i], chords.Changes, settings with { Seed = unchecked(settings.Seed + i) });
            yield return new MadeSolo([.. solos[i].Take(realized.Summary.Style == SoloStyle.Played ? realized.Summary.Tokens : solos[i].Length)], realized);
        }
    }

    /// <summary>Changes as a model hears them that hears chords.</summary>
    /// <param name="model">The model.</param>
    /// <param name="chords">The changes. Without a known key they are in the key that <see cref="ChangesKey"/> finds.</param>
    /// <returns>What the model runs through; null if it hears no chords.</returns>
    public static HeardChanges? HeardBy(ModelFile model, NamedChanges chords)
    {
        if (!model.Tunes.HearsChords) return null;
        var clock = ChangesClock.Of(chords.Changes, chords.Tonic ?? ChangesKey.Of(chords.Changes).Tonic, model.Tunes.Vocabulary);
        return new HeardChanges([.. clock.Chords], [.. clock.Advances]);
    }

    // Where measures are to be filled nobody knows how many tokens that takes. More of them begin with the same ones: the
    // solo of a seed is the same however it was asked for.
    private static string[][] Enough(
        Improviser improviser, ModelFile model, NamedChanges chords, ImprovisationSettings improvisation, SoloSettings settings)
    {
        var heard = HeardBy(model, chords);
        var notes = settings.Bars is { } bars ? bars * TokensInBar : improvisation.Notes;
        while (true)
        {
            string[][] solos =
            [
                .. improviser.Improvise(improvisation with { Notes = notes }, heard)
                    .Select(solo => solo.Select(index => model.Tunes.Vocabulary[index]).ToArray()),
            ];
            if (Array.TrueForAll(solos, solo => SoloRealizer.Fills(solo, chords.Changes, settings))) return solos;
            notes *= 2;
        }
    }

    // What stands for unknown tokens can't be played. A bias so low is never picked, and stays a number at any temperature.
    private static float[] Playable(ModelFile model)
    {
        if (model.Tunes.Vocabulary.UnknownIndex is not (>= 0 and var unknown)) return model.State.Parameters;
        float[] parameters = [.. model.State.Parameters];
        parameters[model.State.Shape.DenseBias.Offset + unknown] = -1e30f;
        return parameters;
    }
}
