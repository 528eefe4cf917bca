using GpuJazz.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Model.Measuring;

/// <summary>How many floating-point operations a second an accelerator does when it does nothing but multiply and add in single precision.</summary>
public static class PeakRate
{
    // Enough groups for each processor that none waits for another's last group.
    private const int GroupsOfProcessor = 16;
    private const double Allowance = 1e-5;
    private static readonly MultiplyAddsRule Checked = new(0.999f, 0.001f, 100);
    private static readonly TimeSpan ShortestLaunch = TimeSpan.FromMilliseconds(5);

    /// <summary>Checks <see cref="MultiplyAdds"/> against plain loops, then measures it.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="length">How long to measure.</param>
    /// <returns>Operations a second, of the fastest launch.</returns>
    /// <exception cref="ModelException">The sums are wrong.</exception>
    public static double Measure(Accelerator accelerator, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var width = ColumnGroups.Of(accelerator, ColumnGroups.Widest).Width;
        var groups = accelerator.NumMultiprocessors * GroupsOfProcessor;
        var kernel = new MultiplyAdds(accelerator);
        using var values = accelerator.Allocate1D<float>(groups * width);
        void Launch(MultiplyAddsRule rule)
        {
            kernel.Run(values.View, groups, width, rule);
            accelerator.Synchronize();
        }

        values.MemSetToZero();
        Launch(Checked);
        Check(values.GetAsArray1D());

        var rule = Checked;
        while (rule.Rounds < int.MaxValue / 4 && Timing.Of(() => Launch(rule), TimeSpan.Zero).Fastest < ShortestLaunch.TotalSeconds)
            rule = rule with { Rounds = 2 * rule.Rounds };
        var operations = 2.0 * MultiplyAdds.Numbers * rule.Rounds * groups * width;
        return operations / Timing.Of(() => Launch(rule), length).Fastest;
    }

    private static void Check(float[] sums)
    {
        double[] expected = [0];
        Reference.MultiplyAdds.Run(expected, Checked.Factor, Checked.Term, Checked.Rounds);
        var error = sums.Max(sum => Math.Abs(sum - expected[0])) / expected[0];
        if (!(error <= Allowance)) throw VerificationFailure.Of("the accelerator's peak", "sum", error, Allowance);
    }
}
