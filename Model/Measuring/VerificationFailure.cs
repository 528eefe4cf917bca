namespace GpuJazz.Model.Measuring;

/// <summary>What is not right is not timed.</summary>
internal static class VerificationFailure
{
    /// <summary>The error that says so.</summary>
    /// <param name="what">What would have been timed.</param>
    /// <param name="value">Which of its results is wrong.</param>
    /// <param name="error">By how much.</param>
    /// <param name="allowance">How much is allowed.</param>
    public static ModelException Of(string what, string value, double error, double allowance) => new(FormattableString.Invariant(
        $"{what} is not timed: its {value} is off by {error:0.0e+0} from plain loops in double precision, and {allowance:0.0e+0} is allowed; try another --accelerator and report this line"));
}
