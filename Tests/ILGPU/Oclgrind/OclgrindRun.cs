using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GpuJazz.Tests.ILGPU.Oclgrind;

/// <summary>A run of <see cref="Program"/> under Oclgrind, which simulates an OpenCL device and checks what kernels do there.</summary>
/// <param name="ExitCode">What the process ended with.</param>
/// <param name="Output">Its standard output, with the counts of each kernel's instructions.</param>
/// <param name="Error">Its error stream.</param>
/// <param name="Reports">What Oclgrind found, but for <see cref="Unwritten"/>'s own; empty where nothing is wrong.</param>
internal sealed partial record OclgrindRun(int ExitCode, string Output, string Error, string Reports)
{
    private const string Command = "oclgrind";
    private const int MostShown = 4000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // The command preloads this library, but a program that opens OpenCL's loader by name does not see that: the loader has to find it.
    private static readonly string? Driver = FindDriver();

    /// <summary>Why tests that need it are left out; null where it is there.</summary>
    public static string? Missing => Driver is null ? "Oclgrind is not installed (Debian: apt-get install oclgrind ocl-icd-libopencl1)." : null;

    /// <summary>Checks that it did what it was asked for, and nothing that it may not.</summary>
    public void MustBeClean()
    {
        Assert.True(Reports.Length == 0, Reports.Length < MostShown ? Reports : Reports[..MostShown]);
        Assert.Equal((0, ""), (ExitCode, Error));
    }

    /// <summary>Runs it on a device whose groups have at most so many work-items.</summary>
    public static async Task<OclgrindRun> Of(int groupSize, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var log = folder.File("reports");
        string[] checks =
        [
            "--data-races", "--uniform-writes", "--uninitialized", "--check-api", "--inst-counts",
            "--max-wgsize", $"{groupSize}", "--local-mem-size", $"{48 * 1024}", "--max-errors", "1000000", "--log", log,
        ];
        var program = Path.Combine(AppContext.BaseDirectory, "GpuJazz.Tests.dll");
        var start = new ProcessStartInfo(Command, [.. checks, "dotnet", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OCL_ICD_VENDORS"] = Driver;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Longest);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, await output, await error, Others(await File.ReadAllTextAsync(log, limit.Token)));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    // A report is a line that begins at the margin, and what is indented below it.
    private static string Others(string log) => string.Join(
        '\n', ReportEnd().Split(log).Where(report => !report.Contains($"Kernel: {Unwritten.KernelName}\n", StringComparison.Ordinal))).Trim();

    [GeneratedRegex(@"\n(?=\S)")]
    private static partial Regex ReportEnd();

    private static string? FindDriver() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => OperatingSystem.IsLinux() && File.Exists(Path.Combine(folder, Command)))
            .Select(folder => Path.GetFullPath(Path.Combine(folder, "..", "lib", "oclgrind", "liboclgrind-rt-icd.so")))
            .FirstOrDefault(File.Exists);
}
