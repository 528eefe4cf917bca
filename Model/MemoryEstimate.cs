namespace GpuJazz.Model;

/// <summary>How much of an accelerator's memory the large buffers of a training take.</summary>
/// <param name="Model">H, V, L and P.</param>
/// <param name="Settings">T, the optimiser and dropout count.</param>
public sealed record MemoryEstimate(ModelShape Model, TrainingSettings Settings)
{
    /// <summary>The most logits that are kept at once: 2²⁶, 268 MB. More rows than that are taken a few steps at a time.</summary>
    public const int MostLogits = 1 << 26;

    // Gates, cells and states of each layer, and the gradients of one.
    private const int UnitBuffers = 2;

    /// <summary>How many steps of a batch have their logits in memory at once.</summary>
    /// <param name="sequences">m.</param>
    /// <param name="mostLogits">The most logits.</param>
    /// <returns>From 1 to T.</returns>
    public int StepsOfLogits(int sequences, int mostLogits = MostLogits) =>
        (int)Math.Clamp(mostLogits / ((long)sequences * Model.Vocabulary), 1, Settings.Steps);

    /// <summary>The bytes that a batch takes, or a part of one.</summary>
    /// <param name="sequences">m, how many sequences are taken at once.</param>
    /// <param name="isPart">Whether they are a part of a batch, for which the sum of gradients is kept too.</param>
    /// <returns>Bytes.</returns>
    public Int128 Bytes(int sequences, bool isPart)
    {
        Int128 rows = (Int128)sequences * Settings.Steps;
        var units = (Model.Layers + 1) * (Model.GateColumns + (UnitBuffers * (long)Model.Hidden));

        // What dropout leaves is kept beside the states; RMSprop has one moment where Adam has two.
        var dropped = Settings.Dropout > 0 ? Model.Layers * (long)Model.Hidden : 0;
        var copies = (Settings.Optimizer == OptimizerKind.Adam ? 4 : 3) + (isPart ? 1 : 0);
        var logits = (Int128)sequences * StepsOfLogits(sequences) * Model.Vocabulary;
        return sizeof(float) * ((rows * (units + dropped)) + logits + ((Int128)copies * Model.ParameterCount));
    }

    /// <summary>How many sequences fit at once.</summary>
    /// <param name="batch">How many there are in a batch.</param>
    /// <param name="memory">The memory in bytes.</param>
    /// <returns>From 1 to the batch; 0 where not even one fits.</returns>
    public int MostSequences(int batch, long memory)
    {
        if (Fits(batch, false)) return batch;
        var (fitting, beyond) = (0, batch);
        while (beyond - fitting > 1)
        {
            var middle = fitting + ((beyond - fitting) / 2);
            if (Fits(middle, true)) fitting = middle;
            else beyond = middle;
        }

        return fitting;

        // Kernels count the elements of a buffer in 32 bits.
        bool Fits(int sequences, bool isPart) => Bytes(sequences, isPart) <= memory
            && (Int128)sequences * Settings.Steps * Model.GateColumns <= int.MaxValue
            && (long)sequences * Model.Vocabulary <= int.MaxValue;
    }
}
