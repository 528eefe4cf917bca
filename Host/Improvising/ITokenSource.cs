using GpuJazz.Model;

namespace GpuJazz.Host.Improvising;

/// <summary>Where the tokens of solos come from.</summary>
internal interface ITokenSource
{
    /// <summary>Goes on from what was heard.</summary>
    /// <param name="settings">How many solos, and how tokens are picked; how many tokens each has where no bars are to be filled.</param>
    /// <param name="heard">The tokens, as indices, that come before; none at a start.</param>
    /// <param name="bars">How many bars are to be filled; null for as many tokens as the settings say.</param>
    /// <param name="fills">Whether the tokens that were made fill the bars.</param>
    /// <returns>The new tokens of each solo; where bars are to be filled, at least as many as that takes.</returns>
    int[][] GoOn(ImprovisationSettings settings, IReadOnlyList<int> heard, int? bars, Func<int[], bool> fills);
}
