using System.CommandLine;
using GpuJazz.Host.Display;
using GpuJazz.Host.Training;

namespace GpuJazz.Host.Cli;

/// <summary><c>gpujazz train</c>: learns tunes, and writes the model, its loss curve and a first solo.</summary>
internal static class TrainCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new TrainOptions();
        var command = new Command("train", "Train a model on tunes");
        options.AddTo(command);
        command.SetAction(result => TrainingRun.Run(options.Request(result), terminal));
        return command;
    }
}
