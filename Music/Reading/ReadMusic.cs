namespace GpuJazz.Music;

/// <summary>What a reading makes of a file.</summary>
/// <param name="RoleOf">What each part was taken for.</param>
/// <param name="Measures">Melody and chords, by measure.</param>
/// <param name="MeasureLength">The length of most measures.</param>
/// <param name="Description">How it was read, for people.</param>
internal sealed record ReadMusic(
    Func<MidiPart, PartRole> RoleOf, IReadOnlyList<Measure> Measures, Beats MeasureLength, string Description)
{
    /// <summary>As <see cref="Tune.SwingRatio"/>.</summary>
    public double SwingRatio { get; init; } = 1;

    /// <summary>As <see cref="Tune.Meters"/>.</summary>
    public IReadOnlyList<MeterChange> Meters { get; init; } = [];

    /// <summary>As <see cref="Tune.Tempos"/>.</summary>
    public IReadOnlyList<TempoChange> Tempos { get; init; } = [];

    /// <summary>As <see cref="Tune.PickUp"/>.</summary>
    public Beats PickUp { get; init; }

    /// <summary>As <see cref="Tune.MeasuresInFile"/>; null to count measures of one length.</summary>
    public int? MeasuresInFile { get; init; }

    /// <summary>The role of each part where one plays the melody and one the chords.</summary>
    public static Func<MidiPart, PartRole> Roles(MidiPart melody, MidiPart chords) =>
        part => part == melody ? PartRole.Melody : part == chords ? PartRole.Chords : PartRole.None;
}
