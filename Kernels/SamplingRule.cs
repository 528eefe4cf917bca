namespace GpuJazz.Kernels;

/// <summary>How the next token is picked from the logits.</summary>
/// <param name="Temperature">Divides the logits: below 1 safer, above 1 wilder; 0 takes the argmax.</param>
/// <param name="TopK">Draws from this many of the likeliest tokens; 0 or at least V for all.</param>
/// <param name="TopP">Draws from the fewest of the likeliest tokens that hold this share of the probability; 1 for all.</param>
/// <param name="Seed">The random numbers' key for solo 0; solo s has this plus s.</param>
public readonly record struct SamplingRule(float Temperature, int TopK, float TopP, uint Seed)
{
    /// <summary>The likeliest token each time.</summary>
    public static SamplingRule Argmax => new(0f, 0, 1f, 0);

    /// <summary>Whether nothing is drawn.</summary>
    public bool IsArgmax => Temperature <= 0f;

    /// <summary>Whether some tokens may be left out.</summary>
    /// <param name="vocabulary">V.</param>
    /// <returns>Whether top-k or top-p says less than all.</returns>
    public bool Cuts(int vocabulary) => (TopK > 0 && TopK < vocabulary) || TopP < 1f;
}
