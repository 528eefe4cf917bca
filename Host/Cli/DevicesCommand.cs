using System.CommandLine;
using System.Text.Json.Nodes;
using GpuJazz.Host.Display;
using GpuJazz.Host.Training;
using GpuJazz.Model;
using Spectre.Console;

namespace GpuJazz.Host.Cli;

/// <summary><c>gpujazz devices</c>: the accelerators, and why one can't be used.</summary>
internal static class DevicesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var json = SharedOptions.Json();
        var command = new Command("devices", "List what the kernels can run on") { json };
        command.SetAction(result => Run(result.GetValue(json), terminal));
        return command;
    }

    private static void Run(bool json, Terminal terminal)
    {
        var usable = Accelerators.List();
        var missing = Enum.GetValues<AcceleratorChoice>()
            .Where(kind => kind != AcceleratorChoice.Auto && usable.All(device => device.Kind != kind))
            .ToArray();
        var unusable = MissingAccelerator.Unusable.Where(device => !missing.Contains(device.Kind)).ToArray();
        if (json)
        {
            JsonObject[] all = [.. usable.Select(ToJson), .. missing.Select(kind => ToJson(kind, Reason(kind))), .. unusable.Select(device => ToJson(device.Kind, device.Reason))];
            Json.Write(terminal.Out, new JsonObject { ["devices"] = new JsonArray(all) });
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("--accelerator", "device", "through", "processors", "memory", "group", "shared memory");
        foreach (var device in usable)
        {
            table.AddRow(
                Accelerators.Word(device.Kind),
                Markup.Escape(device.Name),
                Markup.Escape(device.Interface),
                FormattableString.Invariant($"{device.Processors}"),
                FormattableString.Invariant($"{DeviceMemory.Of(device) / (double)(1 << 30):F1} GiB"),
                FormattableString.Invariant($"{device.MaxGroupSize}"),
                device.SharedMemoryBytes == int.MaxValue ? "no limit" : FormattableString.Invariant($"{device.SharedMemoryBytes / 1024} KiB"));
        }

        terminal.Console.Write(table);
        foreach (var kind in missing) terminal.Out.WriteLine($"{Accelerators.Word(kind)}: {Reason(kind)}");
        foreach (var device in unusable) terminal.Out.WriteLine($"{Accelerators.Word(device.Kind)}: {device.Reason}");
    }

    private static string Reason(AcceleratorChoice kind) =>
        $"not usable: {MissingAccelerator.Reason(kind)}; take --accelerator {(kind == AcceleratorChoice.Cuda ? "opencl or cpu" : "cpu")}";

    private static JsonObject ToJson(AcceleratorInfo device) => new()
    {
        ["accelerator"] = Accelerators.Word(device.Kind),
        ["usable"] = true,
        ["name"] = device.Name,
        ["interface"] = device.Interface,
        ["processors"] = device.Processors,
        ["memory_bytes"] = DeviceMemory.Of(device),
        ["max_group_size"] = device.MaxGroupSize,
        ["shared_memory_bytes"] = device.SharedMemoryBytes,
    };

    private static JsonObject ToJson(AcceleratorChoice kind, string reason) => new()
    {
        ["accelerator"] = Accelerators.Word(kind),
        ["usable"] = false,
        ["reason"] = reason,
    };
}
