namespace GpuJazz.Music;

/// <summary>How much a part is like a melody, and why.</summary>
/// <param name="Score">From 0 to 1, or a little beyond where the part's name speaks for or against it.</param>
/// <param name="Reasons">What speaks for it and against it, in words.</param>
internal sealed record MelodyJudgement(double Score, string Reasons)
{
    // How much each quality counts: one note at a time, a range to sing in, a density, playing throughout, moving by step, on top.
    private const double AloneWeight = 0.25;
    private const double RangeWeight = 0.2;
    private const double DensityWeight = 0.1;
    private const double CoverageWeight = 0.2;
    private const double MotionWeight = 0.15;
    private const double TopWeight = 0.1;
    private const double NameWeight = 0.2;

    private static readonly string[] melodic = ["melody", "lead", "vocal", "voice", "solo", "sing", "tune", "head"];
    private static readonly string[] accompanying = ["bass", "pad", "chord", "comp", "rhythm", "drum", "perc", "accomp", "left"];

    /// <summary>Judges a part that is no drums.</summary>
    /// <param name="profile">What it plays.</param>
    /// <param name="name">Its name.</param>
    public static MelodyJudgement Of(PartProfile profile, string name)
    {
        var alone = 1 - profile.Together;
        var range = Trapezoid(profile.MedianPitch, 46, 58, 80, 98);
        var density = Trapezoid(profile.OnsetsPerBeat, 0, 0.4, 4, 10);
        var motion = profile.Steps * (1 - profile.Repeats);
        var named = Named(name, melodic) ? 1 : Named(name, accompanying) ? -1 : 0;
        var score = AloneWeight * alone + RangeWeight * range + DensityWeight * density + CoverageWeight * profile.Coverage
            + MotionWeight * motion + TopWeight * profile.OnTop + NameWeight * named;

        string?[] reasons =
        [
            alone > 0.85 ? "one note at a time" : alone < 0.5 ? FormattableString.Invariant($"{profile.NotesPerOnset:0.#} notes at once") : "mostly one note at a time",
            range > 0.99 ? "in a range to sing" : profile.MedianPitch < 60 ? "low" : "high",
            profile.Coverage > 0.7 ? "plays throughout" : FormattableString.Invariant($"plays in {profile.Coverage:P0} of the measures"),
            density > 0.99 ? null : profile.OnsetsPerBeat < 1 ? "few notes" : "too many notes",
            profile.Repeats > 0.4 ? "repeats its notes" : profile.Steps > 0.5 ? "moves by step" : profile.Steps < 0.2 ? "leaps" : null,
            profile.OnTop > 0.8 ? "lies on top" : null,
            named > 0 ? "named like a melody" : named < 0 ? "named like an accompaniment" : null,
        ];
        return new MelodyJudgement(score, string.Join(", ", reasons.OfType<string>()));
    }

    private static bool Named(string name, string[] words) => Array.Exists(words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // 0 up to none, rising to 1 at full, 1 up to last, falling to 0 at end.
    private static double Trapezoid(double value, double none, double full, double last, double end) =>
        Math.Clamp(Math.Min((value - none) / (full - none), (end - value) / (end - last)), 0, 1);
}
