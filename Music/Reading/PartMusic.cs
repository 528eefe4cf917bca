namespace GpuJazz.Music;

/// <summary>A melody and the chords under it, as two parts of a file play them.</summary>
/// <param name="Melody">The part that plays the melody.</param>
/// <param name="Chords">The part that plays the chords.</param>
/// <param name="Notes">The melody's notes by start, with rests between those of its first voice if they were asked for.</param>
/// <param name="Changes">The chords in the order of reading; single notes are left out.</param>
internal sealed record PartMusic(MidiPart Melody, MidiPart Chords, IReadOnlyList<MelodyEvent> Notes, IReadOnlyList<Chord> Changes)
{
    /// <summary>Reads two parts.</summary>
    public static PartMusic Read(MidiPart melody, MidiPart chords, int ticksPerQuarter, RestsKind rests)
    {
        var voices = MelodyVoices.Split(ChordGathering.Gather(melody.Notes, ticksPerQuarter));
        if (rests == RestsKind.Melody) voices = [MelodyRests.Between(voices[0]), .. voices.Skip(1)];
        var elements = ChordGathering.Gather(chords.Notes, ticksPerQuarter);
        return new PartMusic(melody, chords, MelodyVoices.Merge(voices), [.. elements.Where(element => element.Pitches.Count > 1)]);
    }

    /// <summary>Whether anything of the melody sounds.</summary>
    public bool HasMelody => Notes.Any(element => !element.IsRest);

    /// <summary>What starts within some beats, both ends included.</summary>
    public PartMusic Between(Beats first, Beats last) => this with
    {
        Notes = [.. Notes.Where(element => first <= element.Start && element.Start <= last)],
        Changes = [.. Changes.Where(chord => first <= chord.Start && chord.Start <= last)],
    };
}
