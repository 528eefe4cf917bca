namespace GpuJazz.Kernels;

/// <summary>Which numbers of a layer's output are dropped: a function of the seed, the update, the layer and the number's place alone.</summary>
/// <param name="Rate">p, the probability to be dropped: at least 0 and below 1; 0 for no dropout.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Update">The number of the update, from 1.</param>
/// <param name="Layer">The layer, from 0.</param>
/// <param name="FirstSequence">Where in the whole batch the sequences at hand begin.</param>
public readonly record struct DropoutRule(float Rate, uint Seed, uint Update, int Layer, int FirstSequence = 0)
{
    /// <summary>The random number of one place; below <see cref="Rate"/> it is dropped.</summary>
    /// <param name="step">t.</param>
    /// <param name="sequence">The sequence at hand, from 0.</param>
    /// <param name="unit">The hidden unit, from 0.</param>
    /// <returns>At least 0 and less than 1.</returns>
    public float Uniform(int step, int sequence, int unit) =>
        Philox.Uniform(Philox.Word(Seed, Update, (uint)unit, (uint)(FirstSequence + sequence), (uint)step, (uint)Layer));
}
