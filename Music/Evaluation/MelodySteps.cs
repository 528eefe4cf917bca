namespace GpuJazz.Music;

/// <summary>A melody as steps from note to note, so that the same music in another key is the same sequence.</summary>
/// <remarks>
/// A step is the interval to the next note in semitones and the time from its start to the next note's; how long a note is held within that
/// time doesn't count. An even off-beat counts as a swung one, as <see cref="Swing.Written"/> has it.
/// </remarks>
internal static class MelodySteps
{
    private const int MostSemitones = 128;

    /// <summary>The steps of a melody, one fewer than its notes.</summary>
    /// <param name="melody">Notes by start.</param>
    /// <returns>A number for each step, not negative.</returns>
    public static IEnumerable<long> Of(IReadOnlyList<Note> melody) => melody.Zip(
        melody.Skip(1),
        (note, next) => ((long)(Swing.Written(next.Start) - Swing.Written(note.Start)).Twelfths * 2 * MostSemitones) + (next.Pitch - note.Pitch + MostSemitones));
}
