using GpuJazz.Model;

namespace GpuJazz.Host.Improvising;

/// <summary>Tokens that are drawn, each by its probability after those before it, or the likeliest each time.</summary>
/// <param name="improviser">Draws them.</param>
/// <param name="changes">The changes that they run through, from the first that is heard on; null where the model hears no chords.</param>
internal sealed class SampledTokens(Improviser improviser, HeardChanges? changes) : ITokenSource
{
    /// <summary>Tokens to begin with for a bar; a line of eighths has as many.</summary>
    private const int TokensInBar = 8;

    // Where measures are to be filled nobody knows how many tokens that takes. More of them begin with the same ones: the
    // solo of a seed is the same however it was asked for.
    public int[][] GoOn(ImprovisationSettings settings, IReadOnlyList<int> heard, int? bars, Func<int[], bool> fills)
    {
        for (var notes = bars * TokensInBar ?? settings.Notes; ; notes *= 2)
        {
            var solos = improviser.Improvise(settings with { Notes = notes }, heard, changes);
            if (bars is null || Array.TrueForAll(solos, solo => fills(solo))) return solos;
        }
    }
}
