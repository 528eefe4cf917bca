namespace GpuJazz.Music;

/// <summary>A melody and the chords under it, as two parts play them.</summary>
/// <param name="Melody">The melody by start, with rests between the notes of its first voice if they were asked for.</param>
/// <param name="Chords">The chords in the order of reading; single notes are left out.</param>
internal sealed record PartMusic(IReadOnlyList<MelodyEvent> Melody, IReadOnlyList<Chord> Chords)
{
    /// <summary>Whether anything of the melody sounds.</summary>
    public bool HasNotes => Melody.Any(element => !element.IsRest);

    /// <summary>Whether there are chords.</summary>
    public bool HasChords => Chords.Count > 0;

    /// <summary>Reads two parts.</summary>
    public static PartMusic Read(MidiPart melody, MidiPart chords, int ticksPerQuarter, RestsKind rests)
    {
        var voices = MelodyVoices.Split(ChordGathering.Gather(melody.Notes, ticksPerQuarter));
        if (rests == RestsKind.Melody) voices = [MelodyRests.Between(voices[0]), .. voices.Skip(1)];
        var elements = ChordGathering.Gather(chords.Notes, ticksPerQuarter);
        return new PartMusic(MelodyVoices.Merge(voices), [.. elements.Where(element => element.Pitches.Count > 1)]);
    }

    /// <summary>What starts within some beats, both ends included.</summary>
    public PartMusic Between(Beats first, Beats last) => new(
        [.. Melody.Where(element => first <= element.Start && element.Start <= last)],
        [.. Chords.Where(chord => first <= chord.Start && chord.Start <= last)]);
}
