using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using GpuJazz.Bench;

if (args is ["curves", .. var arguments]) return Curves.Run(arguments);
if (args is ["products", .. var products]) return ProductTimes.Print(products);
if (args is ["--first-launches"]) return FirstLaunches.Print();

if (args is ["launches", .. var sizes])
{
    LaunchTimes.Print(sizes);
    return 0;
}

// In process: the benchmarks share the accelerator that the program has opened, and need no second build.
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance))
    .AddColumn(StatisticColumn.Median);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
