namespace GpuJazz.Music;

/// <summary>What a reading makes of a file.</summary>
/// <param name="Melody">The part that plays the melody.</param>
/// <param name="Chords">The part that plays the chords.</param>
/// <param name="Measures">What they play, by measure.</param>
/// <param name="MeasureLength">The length of a measure.</param>
/// <param name="Description">How it was read, for people.</param>
internal sealed record ReadMusic(
    MidiPart Melody, MidiPart Chords, IReadOnlyList<Measure> Measures, Beats MeasureLength, string Description)
{
    /// <summary>The role of a part.</summary>
    public PartRole RoleOf(MidiPart part) => part == Melody ? PartRole.Melody : part == Chords ? PartRole.Chords : PartRole.None;
}
