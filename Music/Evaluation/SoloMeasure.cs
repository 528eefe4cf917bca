namespace GpuJazz.Music;

/// <summary>A number that tells something about a solo.</summary>
/// <param name="Key">Its name for a program.</param>
/// <param name="Name">Its name for a table.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
/// <param name="IsShare">Whether it is a share of something, to be shown in percent.</param>
/// <param name="Of">Measures a solo; null where there is nothing to measure.</param>
public sealed record SoloMeasure(string Key, string Name, string Meaning, bool IsShare, Func<MeasuredSolo, double?> Of)
{
    /// <summary>All measures, in the order of tables.</summary>
    public static IReadOnlyList<SoloMeasure> All { get; } =
    [
        new("pitch_class_entropy_1", "H1", "entropy of the pitch classes in a bar, in bits", false, solo => PitchClassEntropy.Of(solo.Bars, 1)),
        new("pitch_class_entropy_4", "H4", "the same in four bars", false, solo => PitchClassEntropy.Of(solo.Bars, 4)),
        new("grooving_similarity", "GS", "grooving similarity: how alike the bars' rhythms are, 0 to 1", false, solo => GroovingSimilarity.Of(solo.Bars, solo.Solo.MeasureLength)),
        new("chord_irregularity", "CPI", "chord irregularity: how many successions of three chords are new, 0 to 1", false, solo => ChordIrregularity.Of(solo.Solo)),
        new("structureness_short", "SI 3–8", "structureness: how much of 3 to 8 seconds comes again, 0 to 1", false, solo => solo.Structure.Structureness(3, 8)),
        new("structureness_mid", "SI 8–15", "the same of 8 to 15 seconds", false, solo => solo.Structure.Structureness(8, 15)),
        new("structureness_long", "SI 15+", "the same of 15 seconds and more", false, solo => solo.Structure.Structureness(15, double.PositiveInfinity)),
        new("strong_chord_tones", "chord tones", "notes on strong beats that belong to their chord", true, solo => StrongBeats.ChordToneShare(solo.Solo)),
        new("repeated_notes", "repeated", "notes that repeat the one before", true, solo => LineHabits.RepeatedNotes(solo.Solo.Melody)),
        new("out_of_range", "out of range", "notes outside the range of solos", true, solo => LineHabits.OutOfRange(solo.Solo.Melody, solo.Range)),
    ];

    /// <summary>All measures of a solo.</summary>
    /// <param name="solo">The solo.</param>
    /// <param name="range">Where its melody should lie.</param>
    /// <returns>A value for each of <see cref="All"/>.</returns>
    /// <exception cref="MusicException">The solo has more bars than are measured.</exception>
    public static IReadOnlyList<double?> Measure(Solo solo, Register range)
    {
        var measured = new MeasuredSolo(solo, range);
        return [.. All.Select(measure => measure.Of(measured))];
    }

    /// <summary>The mean of each measure over several solos.</summary>
    /// <param name="solos">For each solo, what <see cref="Measure"/> gives.</param>
    /// <returns>A value for each of <see cref="All"/>; null where no solo has one.</returns>
    public static IReadOnlyList<double?> Mean(IReadOnlyList<IReadOnlyList<double?>> solos) =>
        [.. All.Select((_, i) => solos.Average(solo => solo[i]))];

    /// <summary>A value as it is printed.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Percent with one decimal, or two decimals; a dash for none.</returns>
    public string Text(double? value) =>
        value is not { } number ? "–" : IsShare ? FormattableString.Invariant($"{100 * number:0.0} %") : FormattableString.Invariant($"{number:0.00}");
}
