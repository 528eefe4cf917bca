using GpuJazz.Model;

namespace GpuJazz.Host.Improvising;

/// <summary>The likeliest tokens, as a beam search finds them: always the same.</summary>
/// <param name="search">Finds them.</param>
internal sealed class BeamTokens(BeamSearch search) : ITokenSource
{
    // A bar of the shortest notes; a line that has not filled its bars by then never will.
    private const int MostTokensInBar = 96;

    public int[][] GoOn(ImprovisationSettings settings, IReadOnlyList<int> heard, int? bars, Func<int[], bool> fills) =>
        [search.Find(heard, line => bars is not null && fills(line), bars * MostTokensInBar ?? settings.Notes).Tokens];
}
