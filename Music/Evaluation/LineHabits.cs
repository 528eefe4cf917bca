namespace GpuJazz.Music;

/// <summary>Two plain faults of a line: notes that repeat the one before, and notes that lie too low or too high.</summary>
public static class LineHabits
{
    /// <summary>The share of notes, from the second on, that have the pitch of the note before.</summary>
    /// <param name="melody">Notes by start.</param>
    /// <returns>0 to 1; null if there are fewer than two notes.</returns>
    public static double? RepeatedNotes(IReadOnlyList<Note> melody) =>
        melody.Zip(melody.Skip(1), (note, next) => note.Pitch == next.Pitch).Average(isRepeated => isRepeated ? 1.0 : (double?)0.0);

    /// <summary>The share of notes outside a range.</summary>
    /// <param name="melody">The notes.</param>
    /// <param name="range">The range.</param>
    /// <returns>0 to 1; null if there are no notes.</returns>
    public static double? OutOfRange(IReadOnlyList<Note> melody, Register range) =>
        melody.Average(note => note.Pitch < range.Lowest || note.Pitch > range.Highest ? 1.0 : (double?)0.0);
}
