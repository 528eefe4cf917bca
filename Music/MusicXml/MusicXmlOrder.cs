namespace GpuJazz.Music;

/// <summary>The order in which a score's measures are played: repeats and their endings, then the first D.C. or D.S.</summary>
internal static class MusicXmlOrder
{
    // Far more than anything that is played; repeats within a damaged file could multiply to any number.
    private const int MaximumMeasures = 20_000;

    /// <summary>Writes repeats and jumps out.</summary>
    /// <param name="written">The measures in the order of the page.</param>
    /// <returns>The measures in the order of playing.</returns>
    /// <exception cref="MusicException">They are too many.</exception>
    public static IReadOnlyList<MusicXmlMeasure> Play(IReadOnlyList<MusicXmlMeasure> written)
    {
        if ((long)written.Count * written.Max(measure => Math.Max(measure.Times, measure.Endings.Append(0).Max())) > MaximumMeasures)
            throw new MusicException($"with its repeats it has more than {MaximumMeasures} measures; write a shorter score");
        var played = Repeats.Play(written);
        var jump = played.FindLastIndex(measure => (measure.Jumps & (MusicXmlJumps.DaCapo | MusicXmlJumps.DalSegno)) != 0);
        if (jump < 0) return played;
        var target = played[jump].Jumps.HasFlag(MusicXmlJumps.DaCapo) ? 0 : IndexOf(written, MusicXmlJumps.Segno);
        return [.. played.Take(jump + 1), .. After(written, Math.Max(0, target))];
    }

    // After a jump repeats are not taken again: of their endings the last is played.
    private static IEnumerable<MusicXmlMeasure> After(IReadOnlyList<MusicXmlMeasure> written, int start)
    {
        var coda = IndexOf(written, MusicXmlJumps.Coda);
        for (var i = start; i < written.Count; i++)
        {
            if (IsEarlierEnding(written, i)) continue;
            yield return written[i];
            if (written[i].Jumps.HasFlag(MusicXmlJumps.Fine)) yield break;
            if (written[i].Jumps.HasFlag(MusicXmlJumps.ToCoda) && coda > i) i = coda - 1;
        }
    }

    private static bool IsEarlierEnding(IReadOnlyList<MusicXmlMeasure> written, int index)
    {
        var next = index;
        while (next < written.Count && written[next].Endings.SequenceEqual(written[index].Endings)) next++;
        return written[index].Endings.Count > 0 && next < written.Count && written[next].Endings.Count > 0;
    }

    private static int IndexOf(IReadOnlyList<MusicXmlMeasure> written, MusicXmlJumps sign) =>
        written.Select((measure, index) => measure.Jumps.HasFlag(sign) ? index : int.MaxValue).Min() is var first and < int.MaxValue ? first : -1;
}
