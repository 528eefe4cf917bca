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
    /// <summary>Improvises.</summary>
    /// <param name="session">Where the kernels run.</param>
    /// <param name="model">The model.</param>
    /// <param name="changes">The chords to play over.</param>
    /// <param name="improvisation">How tokens are picked, and how many solos.</param>
    /// <param name="settings">How tokens become a solo.</param>
    /// <returns>
    /// The solos, each made as it is asked for. Solo number s (from 0) is the only solo of the same request with a seed greater by s.
    /// </returns>
    public static IEnumerable<MadeSolo> Make(
        AcceleratorSession session, ModelFile model, Changes changes, ImprovisationSettings improvisation, SoloSettings settings)
    {
        using var improviser = new Improviser(session.Accelerator, model.State.Shape, Playable(model));
        var solos = improviser.Improvise(improvisation);
        for (var i = 0; i < solos.Length; i++)
        {
            string[] tokens = [.. solos[i].Select(index => model.Tunes.Vocabulary[index])];
            yield return new MadeSolo(tokens, SoloRealizer.Realize(tokens, changes, settings with { Seed = unchecked(settings.Seed + i) }));
        }
    }

    // What stands for unknown tokens can't be played: a bias so low is never picked.
    private static float[] Playable(ModelFile model)
    {
        if (model.Tunes.Vocabulary.UnknownIndex is not (>= 0 and var unknown)) return model.State.Parameters;
        float[] parameters = [.. model.State.Parameters];
        parameters[model.State.Shape.DenseBias.Offset + unknown] = float.MinValue;
        return parameters;
    }
}
