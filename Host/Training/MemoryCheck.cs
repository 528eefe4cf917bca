using GpuJazz.Host.Cli;
using GpuJazz.Model;

namespace GpuJazz.Host.Training;

/// <summary>Refuses a training that can't fit into an accelerator's memory.</summary>
internal static class MemoryCheck
{
    // Per row of a batch (a sequence at a step): gates, cells and states of each layer, the gradients of one, logits.
    private const int UnitBuffers = 2;

    /// <summary>Adds up the large buffers of an update.</summary>
    public static void Require(ModelShape shape, TrainingSettings settings, Windows windows, AcceleratorInfo accelerator)
    {
        var rows = (long)Math.Min(settings.Batch, windows.Count) * windows.Steps;

        // What dropout leaves is kept beside the states; RMSprop has one moment where Adam has two.
        var dropped = settings.Dropout > 0 ? shape.Layers * (long)shape.Hidden : 0;
        var parameterBuffers = settings.Optimizer == OptimizerKind.Adam ? 4 : 3;
        var floats = (rows * (dropped + ((shape.Layers + 1) * (shape.GateColumns + (UnitBuffers * (long)shape.Hidden))) + shape.Vocabulary))
            + (parameterBuffers * (long)shape.ParameterCount);
        var bytes = floats * sizeof(float);
        var memory = DeviceMemory.Of(accelerator);
        if (bytes > memory)
        {
            throw CommandException.Failed(FormattableString.Invariant(
                $"the training needs {bytes / 1e9:F1} GB, and {accelerator.Name} has {memory / 1e9:F1} GB; lower --batch, --steps{(shape.Layers > 1 ? ", --layers" : "")} or --hidden"));
        }
    }
}
