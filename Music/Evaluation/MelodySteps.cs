namespace GpuJazz.Music;

/// <summary>A melody as steps from note to note, so that the same music in another key is the same sequence.</summary>
/// <remarks>
/// A step is the interval to the next note in semitones and the time from its start to the next note's; how long a note is held within that
/// time doesn't count. A swung off-beat, two thirds into the beat, counts as an even one.
/// </remarks>
internal static class MelodySteps
{
    private const int MostSemitones = 128;

    /// <summary>The steps of a melody, one fewer than its notes.</summary>
    /// <param name="melody">Notes by start.</param>
    /// <returns>A number for each step, not negative.</returns>
    public static IEnumerable<long> Of(IReadOnlyList<Note> melody) => melody.Zip(
        melody.Skip(1),
        (note, next) => ((long)(Even(next.Start) - Even(note.Start)) * 2 * MostSemitones) + (next.Pitch - note.Pitch + MostSemitones));

    private static int Even(Beats time) =>
        time.Twelfths % Beats.PerQuarter == Beats.PerQuarter * 2 / 3 ? time.Twelfths - (Beats.PerQuarter / 6) : time.Twelfths;
}
