namespace GpuJazz.Model;

/// <summary>Why an accelerator can't be used here, and what to do about it.</summary>
public static class MissingAccelerator
{
    /// <summary>The reason, where <see cref="Accelerators.List"/> has none of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>A clause without a full stop.</returns>
    public static string Reason(AcceleratorChoice kind) => BackEnds.Has(kind)
        ? "no such device was found"
        : $"this build has no back end for {Accelerators.Word(kind)} (README, Packages)";
}
