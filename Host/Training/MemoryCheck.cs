using GpuJazz.Host.Cli;
using GpuJazz.Model;

namespace GpuJazz.Host.Training;

/// <summary>What a training takes of an accelerator's memory, and how many sequences of a batch fit at once.</summary>
/// <param name="Batch">The sequences of a batch.</param>
/// <param name="MostSequences">How many are taken at once.</param>
/// <param name="Bytes">What these take.</param>
/// <param name="Available">What can be used.</param>
internal sealed record MemoryCheck(int Batch, int MostSequences, long Bytes, long Available)
{
    // The rest is left to tokens, to the driver, and to whatever else runs; on the processor much does.
    private const double Share = 0.8;
    private const double ShareOfCpu = 0.5;

    /// <summary>Estimates the memory; refuses a training of which not even one sequence fits.</summary>
    public static MemoryCheck Require(ModelShape shape, TrainingSettings settings, Windows windows, AcceleratorInfo accelerator)
    {
        var memory = (long)((accelerator.Kind == AcceleratorChoice.Cpu ? ShareOfCpu : Share) * DeviceMemory.Of(accelerator));
        var batch = Math.Min(settings.Batch, windows.Count);
        var estimate = new MemoryEstimate(shape, settings);
        var most = estimate.MostSequences(batch, memory);
        if (most == 0)
        {
            throw CommandException.Failed(FormattableString.Invariant(
                $"the training needs {(double)estimate.Bytes(1, batch > 1) / 1e9:F1} GB for each sequence alone, and {memory / 1e9:F1} GB of {accelerator.Name} can be used; lower --steps{(shape.Layers > 1 ? ", --layers" : "")} or --hidden"));
        }

        return new(batch, most, (long)estimate.Bytes(most, most < batch), memory);
    }
}
