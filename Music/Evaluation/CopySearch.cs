namespace GpuJazz.Music;

/// <summary>Finds what a solo copies from tunes, note for note.</summary>
/// <remarks>
/// The steps of all tunes stand one after the other, each tune closed by a number of its own, and their suffixes are sorted (a suffix array):
/// of any place in a solo the longest copy is beside where its steps would be sorted in. N steps take 20·N bytes, a search N's logarithm.
/// </remarks>
public sealed class CopySearch
{
    private readonly (string Name, int First, (int Pitch, int Bar)[] Notes)[] tunes;
    private readonly long[] steps;
    private readonly int[] suffixes;

    /// <summary>Sorts the tunes' steps.</summary>
    /// <param name="sources">The tunes that may have been copied; those that are added later are not searched.</param>
    public CopySearch(CopySources sources)
    {
        tunes = [.. sources.Tunes];
        steps = [.. sources.Steps];
        suffixes = [.. Enumerable.Range(0, steps.Length)];
        Array.Sort(suffixes, (one, other) => steps.AsSpan(one).SequenceCompareTo(steps.AsSpan(other)));
    }

    /// <summary>The longest run of notes that a solo copies.</summary>
    /// <param name="solo">The solo.</param>
    /// <returns>The passage, of several as long the first; null if no two notes are any tune's.</returns>
    public CopiedPassage? Longest(Solo solo)
    {
        var matches = Matches(solo);
        if (matches.Length == 0) return null;
        var best = Enumerable.Range(0, matches.Length).MaxBy(note => (matches[note].Steps, -note));
        return matches[best].Steps > 0 ? Passage(solo, best, matches[best]) : null;
    }

    /// <summary>All that a solo copies: the longest passage, then the longest before and after it, and so on.</summary>
    /// <param name="solo">The solo.</param>
    /// <param name="leastNotes">Shorter passages are left out, as any two lines share a few notes; at least 2.</param>
    /// <returns>Passages by place; none overlaps another.</returns>
    public IReadOnlyList<CopiedPassage> All(Solo solo, int leastNotes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leastNotes, 2);
        var matches = Matches(solo);
        List<CopiedPassage> passages = [];
        var open = new Stack<(int First, int End)>([(0, solo.Melody.Count)]);
        while (open.TryPop(out var span))
        {
            var (first, end) = span;
            int Steps(int note) => Math.Min(matches[note].Steps, end - 1 - note);
            if (end - first < leastNotes) continue;
            var best = Enumerable.Range(first, end - 1 - first).MaxBy(note => (Steps(note), -note));
            var length = Steps(best) + 1;
            if (length < leastNotes) continue;
            passages.Add(Passage(solo, best, (length - 1, matches[best].At)));
            open.Push((first, best));
            open.Push((best + length, end));
        }

        return [.. passages.OrderBy(passage => passage.FirstNote)];
    }

    /// <summary>For each note but the last, how many steps from it on are copied, and where from.</summary>
    private (int Steps, int At)[] Matches(Solo solo)
    {
        long[] query = [.. MelodySteps.Of(solo.Melody)];
        return [.. Enumerable.Range(0, query.Length).Select(note => Match(query.AsSpan(note)))];
    }

    private (int Steps, int At) Match(ReadOnlySpan<long> query)
    {
        var (low, high) = (0, suffixes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (steps.AsSpan(suffixes[middle]).SequenceCompareTo(query) < 0) low = middle + 1;
            else high = middle;
        }

        var (before, after) = (MatchAt(low - 1, query), MatchAt(low, query));
        return after.Steps > before.Steps ? after : before;
    }

    private (int Steps, int At) MatchAt(int place, ReadOnlySpan<long> query) =>
        place >= 0 && place < suffixes.Length ? (steps.AsSpan(suffixes[place]).CommonPrefixLength(query), suffixes[place]) : (0, 0);

    private CopiedPassage Passage(Solo solo, int note, (int Steps, int At) match)
    {
        var tune = Array.FindLast(tunes, tune => tune.First <= match.At);
        var (copy, original) = (solo.Melody[note], tune.Notes[match.At - tune.First]);
        return new CopiedPassage(
            note,
            match.Steps + 1,
            copy.Start.DividedBy(solo.MeasureLength) + 1,
            tune.Name,
            original.Bar,
            copy.Pitch - original.Pitch);
    }
}
