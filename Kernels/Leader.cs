namespace GpuJazz.Kernels;

/// <summary>The likeliest of some tokens, for an argmax that is put together from parts.</summary>
/// <param name="Logit">Its logit.</param>
/// <param name="Token">The token.</param>
public readonly record struct Leader(float Logit, int Token)
{
    /// <summary>Of no tokens: any logit above −∞ takes the lead.</summary>
    public static Leader None => new(float.NegativeInfinity, 0);

    /// <summary>The likelier of the two; of equals the lower token, so that the order of comparing doesn't matter.</summary>
    /// <param name="logit">The other's logit.</param>
    /// <param name="token">The other token.</param>
    /// <returns>This or the other.</returns>
    public Leader Or(float logit, int token)
    {
        var isBeaten = logit > Logit || (logit == Logit && token < Token);
        return new(isBeaten ? logit : Logit, isBeaten ? token : Token);
    }
}
