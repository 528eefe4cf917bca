namespace GpuJazz.Music;

/// <summary>How loud each note of a line is played.</summary>
/// <remarks>
/// Velocity from 80: +9 on the second eighth of a beat, straight (1/2) or swung (2/3), +5 for half a beat or longer, +7 for a note
/// above both its neighbours and +7 more for the highest of its phrase, −20 for a ghost note (short, on neither eighth, below both
/// neighbours), −5 for a repeated note, up to +6 towards the middle of a phrase, and up to 3 either way by chance. A phrase ends
/// with a rest of half a beat or more, or with a note of a beat or more.
/// </remarks>
internal static class Dynamics
{
    private const int Usual = 80;
    private const int OffBeat = 9;
    private const int Long = 5;
    private const int Crest = 7;
    private const int Peak = 7;
    private const int Ghost = -20;
    private const int Repeated = -5;
    private const double Swell = 6;
    private const int Chance = 3;

    private static readonly Beats half = new(Beats.PerQuarter / 2);

    /// <summary>Shapes a line.</summary>
    /// <param name="line">Notes by start, none overlapping the next.</param>
    /// <param name="random">Chance.</param>
    /// <returns>The same notes with their velocities.</returns>
    public static IReadOnlyList<Note> Shape(IReadOnlyList<Note> line, SeededRandom random)
    {
        List<Note> shaped = [];
        for (int start = 0, end; start < line.Count; start = end)
        {
            end = EndOfPhrase(line, start);
            var peak = Enumerable.Range(start, end - start).MaxBy(i => line[i].Pitch);
            for (var i = start; i < end; i++)
            {
                var velocity = Usual + Accent(line, start, i, end) + (i == peak ? Peak : 0) + random.Below(2 * Chance + 1) - Chance;
                var place = end - start == 1 ? 0.5 : (i - start) / (double)(end - start - 1);
                shaped.Add(line[i] with { Velocity = velocity + (int)(Swell * 4 * place * (1 - place)) });
            }
        }

        return shaped;
    }

    private static int Accent(IReadOnlyList<Note> line, int start, int i, int end)
    {
        var note = line[i];
        var inBeat = note.Start.Twelfths % Beats.PerQuarter;
        var isOffBeat = inBeat is Beats.PerQuarter / 2 or Beats.PerQuarter * 2 / 3;
        var isLong = note.Length >= half;
        var inside = i > start && i + 1 < end;
        var isCrest = inside && line[i - 1].Pitch < note.Pitch && note.Pitch > line[i + 1].Pitch;
        var isGhost = inside && line[i - 1].Pitch > note.Pitch && note.Pitch < line[i + 1].Pitch && !isLong && inBeat != 0 && !isOffBeat;
        var isRepeated = i > start && line[i - 1].Pitch == note.Pitch;
        return (isOffBeat ? OffBeat : 0) + (isLong ? Long : 0) + (isCrest ? Crest : 0) + (isGhost ? Ghost : 0)
            + (isRepeated ? Repeated : 0);
    }

    private static int EndOfPhrase(IReadOnlyList<Note> line, int start)
    {
        var end = start + 1;
        while (end < line.Count && line[end - 1].Length < Beats.Quarters(1) && line[end].Start - line[end - 1].End < half) end++;
        return end;
    }
}
