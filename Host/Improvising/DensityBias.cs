using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>Makes an improviser play more or fewer notes a bar, by a bias on its tokens that is found by trial.</summary>
internal static class DensityBias
{
    // Always the same trial solos, so that the bias, and with it a seed's solo, doesn't depend on the seed or the count.
    private const int Trials = 32;
    private const int TrialTokens = 96;
    private const double Strongest = 16;
    private const int Halvings = 7;

    /// <summary>Finds the bias and lets an improviser lean by it.</summary>
    /// <param name="improviser">The improviser; where its solos have as many notes anyway, it is left as it is.</param>
    /// <param name="vocabulary">Its tokens.</param>
    /// <param name="improvisation">How tokens are picked.</param>
    /// <param name="range">The notes a bar that are asked for; the middle of them is aimed at.</param>
    /// <param name="measure">The length of a bar.</param>
    /// <param name="changes">The changes that solos run through; null where the model hears no chords.</param>
    public static void Apply(
        Improviser improviser,
        Vocabulary vocabulary,
        ImprovisationSettings improvisation,
        DensityRange range,
        Beats measure,
        HeardChanges? changes)
    {
        var usual = Measured();
        if (range.Holds(usual)) return;
        var leans = vocabulary.Values.Select(token => token == Vocabulary.Unknown ? 0 : NoteDensity.Lean(token, range.Middle, measure)).ToArray();
        var sign = usual < range.Middle ? 1 : -1;
        var (weak, strong) = (0.0, 0.25);
        while (strong < Strongest && IsShort(strong)) (weak, strong) = (strong, 2 * strong);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (weak + strong) / 2;
            if (IsShort(middle)) weak = middle;
            else strong = middle;
        }

        Lean(strong);

        void Lean(double strength) => improviser.Lean([.. leans.Select(lean => (float)(sign * strength * lean))]);

        bool IsShort(double strength)
        {
            Lean(strength);
            return sign * (Measured() - range.Middle) < 0;
        }

        double Measured() => improviser.Improvise(improvisation with { Count = Trials, Notes = TrialTokens, Seed = 0 }, changes: changes)
            .Average(solo => NoteDensity.Of(solo.Select(token => vocabulary[token]), measure));
    }
}
