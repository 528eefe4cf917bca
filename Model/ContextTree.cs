namespace GpuJazz.Model;

/// <summary>The contexts that tokens were seen in, as a tree of the tokens before them, the last first, with Kneser and Ney's counts.</summary>
/// <param name="depth">How many tokens the longest contexts have.</param>
internal sealed class ContextTree(int depth)
{
    private const int Root = 0;

    private readonly Dictionary<(int Context, int Earlier), int> longer = [];
    private readonly Dictionary<(int Context, int Token), int> counts = [];
    private readonly List<(int Depth, int Total, int Kinds)> contexts = [(0, 0, 0)];

    /// <summary>Counts a token.</summary>
    /// <param name="before">The tokens before it, the last first; may be fewer than the depth.</param>
    /// <param name="token">The token.</param>
    public void Add(IEnumerable<int> before, int token)
    {
        List<int> path = [Root];
        foreach (var earlier in before.Take(depth)) path.Add(Longer(path[^1], earlier));

        // The longest context counts every time, each shorter one only when the next longer is new with this token.
        var i = path.Count - 1;
        while (i >= 0 && Count(path[i], token) == 1) i--;
    }

    /// <summary>The contexts of a place that were seen, from that of no token to the longest.</summary>
    /// <param name="before">The tokens before the place, the last first.</param>
    public IEnumerable<int> Path(IEnumerable<int> before)
    {
        var context = Root;
        yield return context;
        foreach (var earlier in before.Take(depth))
        {
            if (!longer.TryGetValue((context, earlier), out context)) yield break;
            yield return context;
        }
    }

    /// <summary>A token's count in a context, the sum of all counts there, and how many tokens have one.</summary>
    /// <param name="context">From <see cref="Path"/>.</param>
    /// <param name="token">The token.</param>
    public (int Count, int Total, int Kinds) Counts(int context, int token) =>
        (counts.GetValueOrDefault((context, token)), contexts[context].Total, contexts[context].Kinds);

    /// <summary>How many counts are one, and how many two, in contexts of a length.</summary>
    /// <param name="length">From 0 to the depth.</param>
    public (int Once, int Twice) CountsOfCounts(int length)
    {
        var (once, twice) = (0, 0);
        foreach (var ((context, _), count) in counts)
        {
            if (contexts[context].Depth != length) continue;
            if (count == 1) once++;
            else if (count == 2) twice++;
        }

        return (once, twice);
    }

    private int Longer(int context, int earlier)
    {
        if (longer.TryGetValue((context, earlier), out var found)) return found;
        contexts.Add((contexts[context].Depth + 1, 0, 0));
        longer.Add((context, earlier), contexts.Count - 1);
        return contexts.Count - 1;
    }

    private int Count(int context, int token)
    {
        var count = counts.GetValueOrDefault((context, token)) + 1;
        counts[(context, token)] = count;
        var (length, total, kinds) = contexts[context];
        contexts[context] = (length, total + 1, count == 1 ? kinds + 1 : kinds);
        return count;
    }
}
