namespace GpuJazz.Music;

/// <summary>Plays the changes under a solo.</summary>
/// <remarks>
/// Each change of chord is struck, and each measure. A chord of two beats or more may be struck again, in one of the
/// <see cref="Rhythms"/>, as chance has it; the same rhythm is not taken twice in a row. An off-beat is struck a little harder, a
/// short chord a little softer. One of less than half a beat is passed over. The last measure is held to its end.
/// </remarks>
internal static class Comping
{
    private const int Usual = 60;
    private const int OffBeat = 6;
    private const int Short = -4;
    private const int Chance = 4;

    private static readonly Beats shortest = new(Beats.PerQuarter / 2);
    private static readonly Beats longEnoughToRepeat = Beats.Quarters(2);

    /// <summary>When a chord is struck, in eighths from its start, and for how many it is then held; 0 until the next or the end.</summary>
    private static readonly (int Eighth, int Held)[][] Rhythms =
    [
        [(0, 0)], // held
        [(0, 0), (3, 2)], // the Charleston, short
        [(0, 0), (3, 0)], // the Charleston, held
        [(0, 0), (4, 0)], // one and three
        [(0, 2), (5, 0)], // one, short, and the "and" of three
        [(0, 2), (3, 1), (6, 0)], // one, the "and" of two, four
    ];

    /// <summary>The chords under a solo.</summary>
    /// <param name="changes">The changes, played from the first measure and repeated.</param>
    /// <param name="measures">How many measures to play.</param>
    /// <param name="isSwung">Whether the "and" is the last third of a beat and not its second half.</param>
    /// <param name="hasBass">Whether a bass plays too, so that the left hand can leave the lowest note to it.</param>
    /// <param name="random">Chance.</param>
    /// <returns>Voiced chords by start; none overlaps the next.</returns>
    public static IReadOnlyList<Chord> Play(Changes changes, int measures, bool isSwung, bool hasBass, SeededRandom random)
    {
        List<Chord> played = [];
        var rhythm = Rhythms[0];
        foreach (var chord in changes.MergedHarmony(measures))
        {
            var inMeasure = chord.Start - changes.MeasureLength * chord.Start.DividedBy(changes.MeasureLength);
            if (chord.Length < shortest && inMeasure > Beats.Zero) continue;
            var isLast = chord.Start >= changes.MeasureLength * (measures - 1);
            rhythm = isLast || chord.Length < longEnoughToRepeat ? Rhythms[0] : random.Pick([.. Rhythms.Where(other => other != rhythm)]);
            var voiced = chord with { Pitches = Voicing.Of(chord.Pitches, played.LastOrDefault()?.Pitches, hasBass) };
            played.AddRange(Struck(voiced, rhythm, isSwung, random));
        }

        return played;
    }

    private static IEnumerable<Chord> Struck(Chord chord, (int Eighth, int Held)[] rhythm, bool isSwung, SeededRandom random)
    {
        for (var i = 0; i < rhythm.Length; i++)
        {
            var after = TimeOf(rhythm[i].Eighth, isSwung);
            if (after >= chord.Length) yield break;
            var next = i + 1 < rhythm.Length ? Earlier(TimeOf(rhythm[i + 1].Eighth, isSwung), chord.Length) : chord.Length;
            var held = rhythm[i].Held > 0 ? Earlier(TimeOf(rhythm[i].Eighth + rhythm[i].Held, isSwung), next) : next;
            var velocity = Usual + (rhythm[i].Eighth % 2 == 1 ? OffBeat : 0) + (rhythm[i].Held > 0 ? Short : 0) + random.Below(2 * Chance + 1) - Chance;
            yield return chord with { Start = chord.Start + after, Length = held - after, Velocity = velocity };
        }
    }

    private static Beats TimeOf(int eighth, bool isSwung)
    {
        Beats straight = new(eighth * Beats.PerQuarter / 2);
        return isSwung ? Swing.Written(straight) : straight;
    }

    private static Beats Earlier(Beats one, Beats other) => one < other ? one : other;
}
