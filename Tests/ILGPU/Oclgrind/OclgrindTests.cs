using System.Reflection;
using System.Text.RegularExpressions;
using GpuJazz.Kernels;

namespace GpuJazz.Tests.ILGPU.Oclgrind;

/// <summary>Each kernel on a simulated device that notices races, reads of what nobody wrote, and accesses outside a buffer.</summary>
public sealed partial class OclgrindTests
{
    // In groups of at most 64 the kernels with a work-item a unit and gate take more units than fit in turns.
    private const int Wide = 1024;
    private const int Narrow = 64;

    [OclgrindTheory]
    [InlineData(Wide, 1, 1, 1, 1)]
    [InlineData(Wide, 2, 2, 3, 4)]
    [InlineData(Wide, 5, 3, 6, 5)]
    [InlineData(Wide, 3, 2, 9, 17)]
    [InlineData(Narrow, 5, 2, 19, 70)]
    public async Task No_kernel_races_or_reads_what_nobody_wrote_or_leaves_its_buffers(int groupSize, int m, int t, int h, int v)
    {
        var run = await OclgrindRun.Of(groupSize, "kernels", $"{m}", $"{t}", $"{h}", $"{v}");
        run.MustBeClean();
        var launched = Launched().Matches(run.Output).Select(match => match.Groups[1].Value).Distinct();
        Assert.Equal(KernelNames(groupSize), launched.Where(name => name != Unwritten.KernelName).Order(StringComparer.Ordinal));
    }

    [OclgrindTheory]
    [InlineData(nameof(Fault.Race), "Read-write data race at global memory address")]
    [InlineData(nameof(Fault.SharedRace), "Read-write data race at local memory address")]
    [InlineData(nameof(Fault.ReadOutside), "Invalid read of size 4 at global memory address")]
    [InlineData(nameof(Fault.WriteOutside), "Invalid write of size 4 at global memory address")]
    [InlineData(nameof(Fault.Uninitialised), "Uninitialized value written to global memory address")]
    public async Task A_kernel_that_does_wrong_is_reported(string fault, string report)
    {
        var run = await OclgrindRun.Of(Wide, "fault", fault);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(report, run.Reports, StringComparison.Ordinal);
    }

    [OclgrindFact]
    public async Task A_kernel_that_does_nothing_wrong_is_not_reported()
    {
        var run = await OclgrindRun.Of(Wide, "fault", nameof(Fault.None));
        run.MustBeClean();
    }

    // Where groups are large enough for these, they take the place of the others.
    private static readonly string[] OfWide =
    [
        "biasGradient_GroupKernel", "denseLoss_Kernel", "embeddingGradient_GroupKernel", "splitGradient_Kernel", "stagedProduct_Kernel",
        "stepMetrics_GroupKernel", "tensorProduct_Kernel",
    ];

    private static readonly string[] OfNarrow = ["biasGradient_Kernel", "embeddingGradient_Kernel", "stepMetrics_Kernel", "weightGradient_Kernel"];

    /// <summary>The printed names of all kernels that the project has, less those that CUDA alone has and those that other groups take.</summary>
    private static IEnumerable<string> KernelNames(int groupSize) => typeof(LstmForward).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(method => method.Name.EndsWith("Kernel", StringComparison.Ordinal))
        .Select(method => $"{char.ToLowerInvariant(method.DeclaringType!.Name[0])}{method.DeclaringType.Name[1..]}_{method.Name}")
        .Where(name => !name.StartsWith("resident", StringComparison.Ordinal))
        .Where(name => !(groupSize > Narrow ? OfNarrow : OfWide).Contains(name))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^Instructions executed for kernel '(\w+)':", RegexOptions.Multiline)]
    private static partial Regex Launched();
}

/// <summary>A test that needs Oclgrind.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OclgrindTheoryAttribute : TheoryAttribute
{
    public OclgrindTheoryAttribute() => Skip = OclgrindRun.Missing;
}

/// <summary>A test that needs Oclgrind.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OclgrindFactAttribute : FactAttribute
{
    public OclgrindFactAttribute() => Skip = OclgrindRun.Missing;
}
