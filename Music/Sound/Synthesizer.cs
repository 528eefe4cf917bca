namespace GpuJazz.Music;

/// <summary>
/// A built-in synthesiser: an electric piano over soft chords, and a plain voice for every other family of General MIDI.
/// </summary>
/// <remarks>
/// Additive: every note is a sum of decaying sines below half the sample rate, so nothing is aliased. One thread, one order of
/// summation: the same notes give the same bytes.
/// </remarks>
public static class Synthesizer
{
    /// <summary>The longest music that is rendered; more is most often a wrong length in a damaged file.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>The most that is rendered of all notes' lengths together, more than a full band plays in <see cref="Longest"/>.</summary>
    public static readonly TimeSpan MostNotes = TimeSpan.FromHours(24);

    /// <summary>Renders a solo, exactly as its MIDI file would be.</summary>
    /// <param name="solo">The solo.</param>
    /// <returns>Its sound, 44.1 kHz; it outlasts the last note by the room's reverberation.</returns>
    /// <exception cref="MusicException">The solo is longer than <see cref="Longest"/>, or its tempo can't be written in MIDI.</exception>
    public static StereoSound Render(Solo solo) => Render(Performance.Of(solo));

    /// <summary>Renders a performance.</summary>
    /// <param name="performance">The notes.</param>
    /// <returns>Its sound, 44.1 kHz; it outlasts the last note by the room's reverberation.</returns>
    /// <exception cref="MusicException">It is longer than <see cref="Longest"/>, or too many notes sound at once.</exception>
    public static StereoSound Render(Performance performance)
    {
        ArgumentNullException.ThrowIfNull(performance);
        var hasDrums = performance.Notes.Any(note => note.IsDrum);
        var tail = Room.Reverberation + (hasDrums ? Drums.Longest : Voice.LongestRelease);
        RequireLength(performance.End);
        if (performance.Notes.Sum(note => note.End - note.Start + Voice.LongestRelease) > MostNotes.TotalSeconds)
        {
            throw new MusicException(
                $"its {performance.Notes.Count} notes would sound for more than {MostNotes.TotalHours:F0} hours one after another; "
                + "take out parts, or notes that are never let go");
        }

        var mix = new StereoMix(StereoMix.FrameAt(performance.End + tail));
        foreach (var note in performance.Notes)
        {
            if (note.IsDrum) Drums.Play(mix, note);
            else Voice.Play(mix, note);
        }

        Room.Answer(mix);
        return Mastering.Finish(mix, StereoMix.FrameAt(Room.Reverberation / 2));
    }

    /// <summary>Refuses music that is too long to be rendered.</summary>
    /// <param name="seconds">How long it lasts.</param>
    internal static void RequireLength(double seconds)
    {
        if (seconds > Longest.TotalSeconds)
        {
            throw new MusicException(
                $"the music lasts {seconds / 60:F0} minutes, and at most {Longest.TotalMinutes:F0} are rendered; "
                + "check the file's lengths or cut it");
        }
    }
}
