namespace GpuJazz.Music;

/// <summary>Chooses the pitches of a line as a whole, so that a note is chosen with those after it in mind: a beam search.</summary>
internal static class LineSearch
{
    // For fifty notes of the corpora tried, a beam four times as wide finds no better line.
    private const int BeamWidth = 48;

    /// <summary>Finds the line with the most points.</summary>
    /// <param name="slots">The notes.</param>
    /// <param name="register">Where they lie.</param>
    /// <param name="random">What makes one line differ from the next.</param>
    /// <returns>A pitch and its kind for every note.</returns>
    public static IReadOnlyList<(int Pitch, Placement Placement)> Find(IReadOnlyList<LineSlot> slots, Register register, SeededRandom random)
    {
        Line?[] beam = [null];
        foreach (var slot in slots)
        {
            var whims = register.Pitches.Select(_ => LineScore.Whim * random.Fraction()).ToArray();
            beam =
            [
                .. beam.SelectMany(line => PitchChoice.For(slot, line?.Pitch, line?.Strikes ?? 0).Select(choice => new Line(
                        line, slot.Type, choice.Pitch, choice.Placement,
                        LineScore.Of(slot, line, choice.Pitch, choice.Placement) + whims[choice.Pitch - register.Lowest])))
                    .OrderByDescending(line => line.Points)
                    // Lines with one end have one future: only the best of them can win.
                    .DistinctBy(line => (line.Pitch, line.Step, line.Strikes, line.Run))
                    .Take(BeamWidth),
            ];
        }

        var pitches = new (int, Placement)[slots.Count];
        for (var (i, line) = (slots.Count - 1, beam[0]); line is not null; line = line.Before) pitches[i--] = (line.Pitch, line.Placement);
        return pitches;
    }
}
