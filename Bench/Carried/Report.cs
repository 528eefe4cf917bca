using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using GpuJazz.Model;

namespace GpuJazz.Carried;

/// <summary>Makes one JSON and one Markdown file of what the steps wrote.</summary>
internal static class Report
{
    /// <summary>Writes results.json and results.md.</summary>
    public static int Write(string folder)
    {
        var machine = Machine();
        var (tests, bench, peers) = (Results.Read(folder, "tests"), Results.Read(folder, "bench"), Results.Read(folder, "peers"));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# GpuJazz on {machine["best"]}\n\n");
        text.AppendJoin(" · ", machine["date"], machine["system"], machine["runtime"], $"{machine["cores"]} cores\n\n");
        text.Append("| --accelerator | device | through | processors |\n|---|---|---|---|\n");
        foreach (var device in machine["devices"]!.AsArray())
            Row(text, device!["accelerator"], device["name"], device["interface"], device["processors"]);
        foreach (var reason in machine["missing"]!.AsArray()) text.Append(CultureInfo.InvariantCulture, $"\n{reason}\n");
        Tests(text, tests);
        Benchmarks(text, bench);
        text.Append(CultureInfo.InvariantCulture, $"\n{Results.PeersTable(folder)}");
        File.WriteAllText(Path.Combine(folder, "results.md"), text.ToString());
        Results.Write(folder, "results", new JsonObject { ["machine"] = machine, ["tests"] = tests, ["benchmarks"] = bench, ["peers"] = peers });
        Console.WriteLine(text);
        return tests is null && bench is null ? 1 : 0;
    }

    private static JsonObject Machine()
    {
        var devices = Accelerators.List();
        using var best = Accelerators.Open(AcceleratorChoice.Auto);
        var missing = Enum.GetValues<AcceleratorChoice>()
            .Where(kind => kind != AcceleratorChoice.Auto && devices.All(device => device.Kind != kind));
        return new JsonObject
        {
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            ["system"] = RuntimeInformation.OSDescription,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["cores"] = Environment.ProcessorCount,
            ["best"] = best.Info.Name,
            ["devices"] = new JsonArray([.. devices.Select(device => new JsonObject
            {
                ["accelerator"] = Accelerators.Word(device.Kind),
                ["name"] = device.Name,
                ["interface"] = device.Interface,
                ["processors"] = device.Processors,
                ["memory_bytes"] = device.MemoryBytes,
                ["shared_memory_bytes"] = device.SharedMemoryBytes,
            })]),
            ["missing"] = new JsonArray([.. missing.Select(kind => (JsonNode)$"{Accelerators.Word(kind)}: {MissingAccelerator.Reason(kind)}")]),
        };
    }

    private static void Tests(StringBuilder text, JsonNode? tests)
    {
        text.Append("\n## Tests\n\n");
        if (tests is null)
        {
            text.Append("They did not run to the end.\n");
            return;
        }

        text.AppendJoin(", ", $"{tests["passed"]} passed", $"{tests["failed"]} failed", $"{tests["left_out"]} left out", $"{tests["seconds"]} s.\n");
        foreach (var failure in tests["failures"]!.AsArray()) text.Append(CultureInfo.InvariantCulture, $"- {failure!["test"]}\n");
    }

    private static void Benchmarks(StringBuilder text, JsonNode? bench)
    {
        text.Append("\n## Benchmarks, on what --accelerator auto takes\n\n");
        if (bench is null)
        {
            text.Append("They did not run.\n");
            return;
        }

        text.Append("| | median µs | mean µs | deviation µs |\n|---|---|---|---|\n");
        foreach (var row in bench.AsArray()) Row(text, row!["name"], row["median_us"], row["mean_us"], row["deviation_us"]);
    }

    private static void Row(StringBuilder text, params ReadOnlySpan<JsonNode?> cells)
    {
        text.Append('|');
        foreach (var cell in cells) text.Append(CultureInfo.InvariantCulture, $" {cell} |");
        text.Append('\n');
    }
}
