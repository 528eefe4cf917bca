using GpuJazz.Host.Display;
using GpuJazz.Kernels;
using GpuJazz.Model;
using GpuJazz.Model.Measuring;
using ILGPU.Runtime;
using Spectre.Console;

namespace GpuJazz.Host.Benchmarking;

/// <summary>Carries out <c>gpujazz bench</c>: verifies, then times, at one size after the other; reports all or nothing.</summary>
internal sealed class BenchRun
{
    private const int Notes = 50;
    private const int ManySolos = 1000;

    private readonly BenchRequest request;
    private readonly Terminal terminal;

    private BenchRun(BenchRequest request, Terminal terminal)
    {
        this.request = request;
        this.terminal = terminal;
    }

    /// <summary>Measures and reports.</summary>
    public static void Run(BenchRequest request, Terminal terminal) => new BenchRun(request, terminal).Run();

    private void Run()
    {
        BenchResult? result = null;
        if (terminal.IsInteractive) terminal.Console.Status().Start("opening the accelerator", status => result = Measure(text => status.Status(text)));
        else result = Measure(_ => { });

        if (request.Json) Json.Write(terminal.Out, BenchJson.Of(result!));
        else BenchTable.Show(result!, terminal);
    }

    private BenchResult Measure(Action<string> report)
    {
        using var session = Accelerators.Open(request.Accelerator);
        report("measuring the peak");
        var before = PeakRate.Measure(session.Accelerator, request.Length / 4);
        var sizes = new List<Measurement>();
        foreach (var shape in request.Sizes)
        {
            report($"{SizeText.Of(shape)}: verifying, then timing");
            sizes.Add(Measure(session.Accelerator, shape));
        }

        // Clocks rise and fall, and a virtual machine's cores are at times another's.
        var peak = Math.Max(before, PeakRate.Measure(session.Accelerator, request.Length / 4));
        return new BenchResult(MachineName.Of(session.Info), MachineName.Today, request.Precision, peak, sizes);
    }

    private Measurement Measure(Accelerator accelerator, LstmShape shape)
    {
        using var update = new MeasuredUpdate(accelerator, shape, request.Precision);
        var verification = update.Verify(request.UpdateAllowance);
        return new Measurement(
            shape,
            verification,
            Timing.Of(update.Run, request.Length),
            [
                Measure(accelerator, update.Model, new() { Notes = Notes, Sampling = SamplingKind.Argmax }),
                Measure(accelerator, update.Model, new() { Notes = Notes, Count = ManySolos, Temperature = 1 }),
            ]);
    }

    private SolosMeasurement Measure(Accelerator accelerator, ModelShape model, ImprovisationSettings settings)
    {
        using var solos = new MeasuredSolos(accelerator, model, settings);
        var error = solos.Verify(request.SolosAllowance);
        return new SolosMeasurement(
            settings.Count,
            settings.Notes,
            settings.Sampling == SamplingKind.Argmax,
            error,
            OperationCount.OfSolos(model, settings.Count, settings.Notes),
            Timing.Of(solos.Run, request.Length / 2));
    }
}
