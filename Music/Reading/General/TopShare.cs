namespace GpuJazz.Music;

/// <summary>How much of what each part strikes is the highest that sounds in the file.</summary>
internal static class TopShare
{
    private const int Pitches = 128;

    // Notes within a sixteenth of a beat are struck together.
    private const int TolerancesPerQuarter = 16;

    /// <summary>For each part the share of its onsets over which no other note sounds, 0 to 1; 0 for drums.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat.</param>
    public static double[] Of(IReadOnlyList<MidiPart> parts, int ticksPerQuarter)
    {
        // A note is looked at when all that is struck with it sounds.
        List<(long Time, Step Step, int Part, int Pitch)> steps = [];
        foreach (var part in parts.Where(part => !part.IsDrums))
        {
            foreach (var note in part.Notes)
            {
                steps.Add((note.On, Step.On, part.Index, note.Pitch));
                steps.Add((note.Off, Step.Off, part.Index, note.Pitch));
            }

            foreach (var onset in OnsetGroup.Of(part.Notes, ticksPerQuarter))
                steps.Add((onset.On + ticksPerQuarter / TolerancesPerQuarter, Step.Look, part.Index, onset.Notes[0].Pitch));
        }

        var sounding = new int[Pitches];
        var (onTop, looked) = (new int[parts.Count], new int[parts.Count]);
        foreach (var (_, step, part, pitch) in steps.OrderBy(each => each.Time).ThenBy(each => each.Step))
        {
            if (step != Step.Look)
            {
                sounding[pitch] += step == Step.On ? 1 : -1;
                continue;
            }

            looked[part]++;
            if (sounding.AsSpan(pitch + 1).IndexOfAnyExcept(0) < 0) onTop[part]++;
        }

        return [.. onTop.Zip(looked, (top, all) => all == 0 ? 0 : (double)top / all)];
    }

    // At one time, what ends has ended before anything begins.
    private enum Step
    {
        Off,
        On,
        Look,
    }
}
