using GpuJazz.Carried;

// What run-on-gpu.sh runs, a process a step: tests check each view's index, benchmarks must not.
switch (args)
{
    case ["tests", var folder, .. var filters]:
        AppContext.SetSwitch("ILGPU.CheckedViews", true);
        return TestRun.Run(folder, filters);
    case ["bench", var folder, .. var filters]:
        return BenchmarkRun.Run(folder, filters);
    case ["report", var folder]:
        return Report.Write(folder);
    default:
        Console.Error.WriteLine("usage: tests|bench FOLDER [FILTER...], then report FOLDER");
        return 2;
}
