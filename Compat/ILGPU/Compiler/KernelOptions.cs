namespace ILGPU.Compiler;

/// <summary>What a compiled kernel may do otherwise than the C# that it was made of. All back ends follow it alike.</summary>
internal sealed record KernelOptions
{
    /// <summary>The name of the application's switch for <see cref="FusesMultiplyAdd"/>.</summary>
    public const string FusesMultiplyAddSwitch = "ILGPU.FusesMultiplyAdd";

    /// <summary>What the application's switches say; all options are on where they say nothing.</summary>
    public static KernelOptions OfApplication => new()
    {
        FusesMultiplyAdd = !AppContext.TryGetSwitch(FusesMultiplyAddSwitch, out bool fuses) || fuses,
    };

    /// <summary>Whether a product that is only added is rounded with the sum, once. Without it, results are C#'s, bit for bit.</summary>
    public bool FusesMultiplyAdd { get; init; } = true;
}
