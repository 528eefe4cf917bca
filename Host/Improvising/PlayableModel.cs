using GpuJazz.Host.Learned;
using GpuJazz.Model;

namespace GpuJazz.Host.Improvising;

/// <summary>A model as solos are drawn from it.</summary>
internal static class PlayableModel
{
    // So low is never picked, and stays a number at any temperature.
    private const float Never = -1e30f;

    /// <summary>Opens an improviser that never picks what stands for unknown tokens, which can't be played.</summary>
    /// <param name="session">Where the kernels run; must outlive the improviser.</param>
    /// <param name="model">The model.</param>
    public static Improviser Open(AcceleratorSession session, ModelFile model) =>
        new(session.Accelerator, model.State.Shape, Parameters(model));

    private static float[] Parameters(ModelFile model)
    {
        if (model.Tunes.Vocabulary.UnknownIndex is not (>= 0 and var unknown)) return model.State.Parameters;
        float[] parameters = [.. model.State.Parameters];
        parameters[model.State.Shape.DenseBias.Offset + unknown] = Never;
        return parameters;
    }
}
