namespace GpuJazz.Kernels;

/// <summary>Which numbers of a layer's output are dropped: a function of the seed, the update, the layer and the number's place alone.</summary>
/// <param name="Rate">p, the probability to be dropped: at least 0 and below 1; 0 for no dropout.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Update">The number of the update, from 1.</param>
/// <param name="Layer">The layer, from 0.</param>
public readonly record struct DropoutRule(float Rate, uint Seed, uint Update, int Layer)
{
    /// <summary>The random number of one place; below <see cref="Rate"/> it is dropped.</summary>
    /// <param name="step">t.</param>
    /// <param name="sequence">The sequence in the batch, from 0.</param>
    /// <param name="unit">The hidden unit, from 0.</param>
    /// <returns>At least 0 and less than 1.</returns>
    public float Uniform(int step, int sequence, int unit) =>
        Philox.Uniform(Philox.Word(Seed, Update, (uint)unit, (uint)sequence, (uint)step, (uint)Layer));
}
