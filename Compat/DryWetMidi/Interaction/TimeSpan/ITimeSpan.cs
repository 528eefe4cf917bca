namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A time or a length in some units.</summary>
public interface ITimeSpan : IComparable
{
    /// <summary>A multiple.</summary>
    /// <param name="multiplier">By how much, not negative.</param>
    /// <returns>The multiple, in the same units.</returns>
    ITimeSpan Multiply(double multiplier);

    /// <summary>A part.</summary>
    /// <param name="divisor">By how much, greater than zero.</param>
    /// <returns>The part, in the same units.</returns>
    ITimeSpan Divide(double divisor);

    /// <summary>A copy.</summary>
    /// <returns>An equal time span.</returns>
    ITimeSpan Clone();
}
