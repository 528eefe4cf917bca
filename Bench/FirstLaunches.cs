using System.Diagnostics;
using System.Diagnostics.Metrics;
using GpuJazz.Launching;
using GpuJazz.Model;
using ILGPU.Runtime;

namespace GpuJazz.Bench;

/// <summary>
/// What the first launch of each kernel on the CPU takes, compilation included, in a process that has just begun and made its compiler
/// ready, as the commands do while they read their input. A process can show it once, so it is no benchmark of BenchmarkDotNet's.
/// </summary>
internal static class FirstLaunches
{
    /// <summary>Trains one update and improvises one solo, and prints each kernel's first launch.</summary>
    public static int Print()
    {
        var all = Stopwatch.StartNew();
        KernelWarmUp.Begin().Wait();
        Console.WriteLine(FormattableString.Invariant($"{all.ElapsedMilliseconds,8:F1} ms  to make the compiler ready"));
        double sum = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "ILGPU") self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, milliseconds, tags, _) =>
        {
            sum += milliseconds;
            Console.WriteLine(FormattableString.Invariant($"{milliseconds,8:F1} ms  {tags[0].Value}"));
        });
        listener.Start();
        using var session = Accelerators.Open(AcceleratorChoice.Cpu);
        var shape = new ModelShape(64, 78);
        using var update = new TrainingUpdate(session.Accelerator, shape, 60, 30);
        update.Buffers.Parameters.View.CopyFromCPU(Initializers.Create(shape, 0));
        using var tokens = session.Accelerator.Allocate1D(Enumerable.Range(0, 60 * 30).Select(i => i % 78).ToArray());
        update.ComputeGradients(tokens.View, tokens.View, 60);
        update.Apply(0.01);
        using var improviser = new Improviser(session.Accelerator, shape, Initializers.Create(shape, 0));
        improviser.Improvise(new() { Notes = 50 });
        Console.WriteLine(FormattableString.Invariant($"{sum,8:F1} ms  all of them, of {all.ElapsedMilliseconds} ms"));
        update.ComputeGradients(tokens.View, tokens.View, 60);
        long before = GC.GetAllocatedBytesForCurrentThread();
        update.ComputeGradients(tokens.View, tokens.View, 60);
        update.Apply(0.01);
        Console.WriteLine($"{GC.GetAllocatedBytesForCurrentThread() - before,8} bytes on the managed heap for an update after that");
        return 0;
    }
}
