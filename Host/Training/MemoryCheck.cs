using GpuJazz.Host.Cli;
using GpuJazz.Model;

namespace GpuJazz.Host.Training;

/// <summary>Refuses a training that can't fit into an accelerator's memory.</summary>
internal static class MemoryCheck
{
    // Per row of a batch (a sequence at a step): gates, cells and states of each layer, the gradients of one, logits.
    private const int UnitBuffers = 2;

    // Parameters, gradients and Adam's two moments.
    private const int ParameterBuffers = 4;

    /// <summary>Adds up the large buffers of an update.</summary>
    public static void Require(ModelShape shape, TrainingSettings settings, Windows windows, AcceleratorInfo accelerator)
    {
        var rows = (long)Math.Min(settings.Batch, windows.Count) * windows.Steps;
        var floats = (rows * (((shape.Layers + 1) * (shape.GateColumns + (UnitBuffers * (long)shape.Hidden))) + shape.Vocabulary))
            + (ParameterBuffers * (long)shape.ParameterCount);
        var bytes = floats * sizeof(float);
        var memory = DeviceMemory.Of(accelerator);
        if (bytes > memory)
        {
            throw CommandException.Failed(FormattableString.Invariant(
                $"the training needs {bytes / 1e9:F1} GB, and {accelerator.Name} has {memory / 1e9:F1} GB; lower --batch, --steps{(shape.Layers > 1 ? ", --layers" : "")} or --hidden"));
        }
    }
}
