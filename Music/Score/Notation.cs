namespace GpuJazz.Music;

/// <summary>Writes a line in note values: measures, ties, dots and triplets.</summary>
/// <remarks>
/// A swung pair, two thirds of a beat and one, is written as two eighths, as players read it; a note that ends a hair before the next
/// lasts until it. A beat with any other time off the sixteenths is a bracket of triplets. What crosses a beat is tied unless it is a plain
/// value that begins on a beat.
/// </remarks>
internal static class Notation
{
    private const int Beat = Beats.PerQuarter;
    private const int OffBeat = Beat * 2 / 3;

    private static readonly (int Length, string Type, bool IsDotted)[] wholeBeats =
        [(48, "whole", false), (36, "half", true), (24, "half", false), (12, "quarter", false)];

    private static readonly (int Length, string Type, bool IsDotted)[] plain =
        [(9, "eighth", true), (6, "eighth", false), (3, "16th", false)];

    private static readonly (int Length, string Type, bool IsDotted)[] triplets =
        [(8, "quarter", false), (6, "eighth", true), (4, "eighth", false), (3, "16th", true), (2, "16th", false), (1, "32nd", false)];

    /// <summary>Whether a line has swung pairs.</summary>
    /// <param name="line">Notes by start, none overlapping the next.</param>
    /// <param name="measure">The length of a measure.</param>
    public static bool IsSwung(IReadOnlyList<Note> line, Beats measure) => SwungBeats(line, measure).Count > 0;

    /// <summary>Writes a line.</summary>
    /// <param name="line">Notes by start; where they overlap only the upper or the next is written.</param>
    /// <param name="measure">The length of a measure.</param>
    /// <param name="measures">How many to write.</param>
    /// <returns>For each measure its notes and rests, which fill it.</returns>
    public static IReadOnlyList<IReadOnlyList<NotatedPiece>> Write(IReadOnlyList<Note> line, Beats measure, int measures)
    {
        var end = measure * measures;
        List<(Beats Start, Beats End, int? Pitch)> spans = [];
        var now = Beats.Zero;
        foreach (var note in Read(Single(line), measure))
        {
            if (note.Start > now) spans.Add((now, note.Start, null));
            spans.Add((note.Start, note.End, note.Pitch));
            now = note.End;
        }

        if (now < end) spans.Add((now, end, null));
        var tripletBeats = spans.SelectMany(span => new[] { span.Start, span.End })
            .Where(time => time.Twelfths % Beats.Sixteenth.Twelfths != 0).Select(time => BeatOf(time, measure)).ToHashSet();
        return [.. Enumerable.Range(0, measures).Select(number => Measure(spans, measure * number, measure, tripletBeats))];
    }

    // Of notes that begin together the highest; none beyond the start of the next.
    private static Note[] Single(IReadOnlyList<Note> line)
    {
        Note[] notes = [.. line.GroupBy(note => note.Start).OrderBy(group => group.Key).Select(group => group.MaxBy(note => note.Pitch))];
        for (var i = 0; i + 1 < notes.Length; i++)
            if (notes[i].End > notes[i + 1].Start) notes[i] = notes[i] with { Length = notes[i + 1].Start - notes[i].Start };
        return notes;
    }

    // As a player would read it: swung pairs straight, and no gap of a twelfth between notes.
    private static IEnumerable<Note> Read(Note[] line, Beats measure)
    {
        var swung = SwungBeats(line, measure);
        for (var i = 0; i < line.Length; i++)
        {
            var isDetached = i + 1 < line.Length && line[i + 1].Start - line[i].End == new Beats(1);
            var (start, end) = (Straight(line[i].Start), Straight(isDetached ? line[i + 1].Start : line[i].End));
            yield return line[i] with { Start = start, Length = end > start ? end - start : new Beats(1) };
        }

        Beats Straight(Beats time)
        {
            var place = PlaceOf(time, measure);
            if (place == 0 || !swung.Contains(BeatOf(time, measure))) return time;
            return new Beats(time.Twelfths - place + (place <= OffBeat / 2 ? 3 : place <= OffBeat ? 6 : 9));
        }
    }

    private static HashSet<(int, int)> SwungBeats(IReadOnlyList<Note> line, Beats measure) =>
    [
        .. line.GroupBy(note => BeatOf(note.Start, measure), note => PlaceOf(note.Start, measure))
            .Where(beat => beat.Contains(OffBeat) && beat.All(place => place is 0 or OffBeat))
            .Select(beat => beat.Key),
    ];

    private static List<NotatedPiece> Measure(
        List<(Beats Start, Beats End, int? Pitch)> spans, Beats start, Beats length, HashSet<(int, int)> tripletBeats)
    {
        List<NotatedPiece> pieces = [];
        foreach (var span in spans.Where(span => span.Start < start + length && span.End > start))
        {
            var (first, last) = (Math.Max(0, (span.Start - start).Twelfths), Math.Min(length.Twelfths, (span.End - start).Twelfths));
            for (int now = first, next; now < last; now = next)
            {
                var isTriplet = tripletBeats.Contains(BeatOf(start + new Beats(now), length));
                var (value, type, isDotted) = Value(now, last - now, isTriplet);
                next = now + value;
                pieces.Add(new NotatedPiece(new Beats(now), new Beats(value), span.Pitch, type, isDotted, isTriplet)
                {
                    EndsBracket = isTriplet && (next % Beat == 0 || next == length.Twelfths),
                    IsTiedBack = span.Pitch is not null && start + new Beats(now) > span.Start,
                    IsTiedOn = span.Pitch is not null && start + new Beats(next) < span.End,
                });
            }
        }

        return pieces;
    }

    private static (int Length, string Type, bool IsDotted) Value(int place, int left, bool isTriplet)
    {
        var inBeat = place % Beat;
        if (inBeat == 0 && left >= Beat && !isTriplet) return wholeBeats.First(value => value.Length <= left);
        var most = Math.Min(left, Beat - inBeat);
        return (isTriplet ? triplets : plain).First(value => value.Length <= most);
    }

    // The measure and the beat in it: a measure need not be a whole number of beats.
    private static (int Measure, int Beat) BeatOf(Beats time, Beats measure)
    {
        var number = time.DividedBy(measure);
        return (number, (time - measure * number).DividedBy(Beats.Quarters(1)));
    }

    // How far into its beat, in twelfths.
    private static int PlaceOf(Beats time, Beats measure) => (time - measure * time.DividedBy(measure)).Twelfths % Beat;
}
