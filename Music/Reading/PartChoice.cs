namespace GpuJazz.Music;

/// <summary>Chooses the parts for melody and chords by what they play, where nothing says which they are.</summary>
internal static class PartChoice
{
    // A median pitch from G3 to C6: where melodies are sung and blown. Basses lie below.
    private const int LowestSingable = 55;
    private const int HighestSingable = 84;

    /// <summary>
    /// The melody is the part that most nearly plays one line at a time in the most measures, among those of a singable range if there are
    /// any; the chords are the part, among the others, with the most notes that sound together with another. Drums are neither.
    /// </summary>
    public static (MidiPart Melody, MidiPart Chords) Choose(IReadOnlyList<MidiPart> parts, Opening opening)
    {
        Candidate[] candidates = [.. parts.Where(part => !part.IsDrums).Select(part => Candidate.Of(part, opening))];
        if (candidates.Length < 2)
        {
            throw new MusicException(
                $"{(candidates.Length == 0 ? "none of its parts has" : "only one of its parts has")} notes that are not drums; "
                + "a tune needs a melody in one track and chords in another");
        }

        var playsChords = candidates.Where(each => each.Together > 0).ToArray();
        Candidate[] melodies = [.. candidates.Where(each => playsChords.Any(other => other != each))];
        if (melodies.Length == 0)
        {
            throw new MusicException(
                "no part plays chords, notes that sound together, under another's melody; a tune needs chords in a track of their own");
        }

        Candidate[] singable = [.. melodies.Where(each => each.MedianPitch is >= LowestSingable and <= HighestSingable)];
        var melody = (singable.Length > 0 ? singable : melodies)
            .OrderByDescending(each => each.LineScore)
            .ThenByDescending(each => each.MedianPitch)
            .First();
        return (melody.Part, playsChords.Where(each => each != melody).MaxBy(each => each.Together)!.Part);
    }

    private sealed record Candidate(MidiPart Part, int MedianPitch, double LineScore, int Together)
    {
        public static Candidate Of(MidiPart part, Opening opening)
        {
            var elements = ChordGathering.Gather(part.Notes, opening.TicksPerQuarter);
            var voices = MelodyVoices.Split(elements.Where(element => element.Pitches.Count == 1));
            var line = voices.Count > 0 ? voices[0] : [];
            var measures = line.Select(note => note.Start.DividedBy(opening.MeasureLength)).Distinct().Count();
            int[] pitches = [.. part.Notes.Select(note => note.Pitch).Order()];
            return new Candidate(
                part,
                pitches[pitches.Length / 2],
                (double)line.Count / part.Notes.Count * measures,
                elements.Sum(element => element.Pitches.Count - 1));
        }
    }
}
