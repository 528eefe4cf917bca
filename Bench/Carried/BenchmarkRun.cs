using System.Text.Json.Nodes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using GpuJazz.Bench;

namespace GpuJazz.Carried;

/// <summary>Runs the benchmarks in this process.</summary>
internal static class BenchmarkRun
{
    private const double NanosecondsPerMicrosecond = 1000;

    /// <summary>Runs those that a filter names (all, without one), and writes bench.json.</summary>
    public static int Run(string folder, string[] filters)
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance))
            .AddColumn(StatisticColumn.Median)
            .WithArtifactsPath(Path.Combine(folder, "log"));
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(UpdateBenchmarks).Assembly)
            .Run(["--filter", .. filters.DefaultIfEmpty("*")], config);
        var rows = new JsonArray();
        bool all = true;
        foreach (var report in summaries.SelectMany(summary => summary.Reports))
        {
            all &= report.Success;
            if (report.ResultStatistics is not { } statistics) continue;
            rows.Add(new JsonObject
            {
                ["name"] = report.BenchmarkCase.Descriptor.GetFilterName() + Parameters(report.BenchmarkCase),
                ["median_us"] = Rounded(statistics.Median),
                ["mean_us"] = Rounded(statistics.Mean),
                ["deviation_us"] = Rounded(statistics.StandardDeviation),
                ["runs"] = statistics.N,
            });
        }

        Results.Write(folder, "bench", rows);
        return all && rows.Count > 0 ? 0 : 1;
    }

    private static string Parameters(BenchmarkCase benchmark) => benchmark.HasParameters ? $" {benchmark.Parameters.DisplayInfo}" : "";

    private static double Rounded(double nanoseconds) => Math.Round(nanoseconds / NanosecondsPerMicrosecond, 3);
}
