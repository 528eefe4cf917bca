using GpuJazz.Host.Learned;
using GpuJazz.Model;
using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>Makes solos that go on from a primer, or answer it turn by turn.</summary>
/// <param name="source">Where the tokens come from.</param>
/// <param name="learned">What the model learned.</param>
/// <param name="primer">The primer.</param>
/// <param name="plan">Whose turn it is when.</param>
internal sealed class PrimedSoloMaker(ITokenSource source, LearnedTunes learned, HeardPrimer primer, TurnPlan plan)
{
    /// <summary>Makes one solo.</summary>
    /// <param name="improvisation">How tokens are picked; always one solo.</param>
    /// <param name="settings">How it is played; without a swing, as the tunes did that were learned, else as the primer does.</param>
    /// <returns>The piece. Before each turn the model has heard all turns before, the primer's and its own.</returns>
    public MadeSolo Make(ImprovisationSettings improvisation, SoloSettings settings)
    {
        settings = settings with { Swing = settings.Swing ?? learned.Swing ?? primer.Primer.Swing };
        List<int> course = [];
        List<Range> turns = [];
        List<RealizedSolo> solos = [];
        int? last = null;
        foreach (var turn in plan.Turns)
        {
            var measure = plan.Changes.MeasureLength;
            if (turn.PrimerBar is { } bar)
            {
                var (from, until) = (measure * bar, measure * (bar + turn.Bars!.Value));
                course.AddRange(primer.Between(from, until));
                last = primer.Primer.Between(from, until).LastOrDefault(element => !element.Event.IsRest).Event.Pitch ?? last;
                continue;
            }

            var tokens = source.GoOn(improvisation with { Count = 1 }, course, turn.Bars, Fills)[0];
            var solo = PrimedStyle.RealizeTurn(Texts(tokens), turn, plan, settings, last);
            turns.Add(course.Count..(course.Count + solo.Summary.Tokens));
            course.AddRange(tokens.Take(solo.Summary.Tokens));
            last = solo.Solo.Melody.Count > 0 ? solo.Solo.Melody[^1].Pitch : last;
            solos.Add(solo);

            bool Fills(int[] made) => SoloRealizer.Fills(Texts(made), plan.Changes, settings with { Bars = turn.Bars });
        }

        return new MadeSolo(Texts(turns.SelectMany(turn => course[turn])), PrimedStyle.Join(primer.Primer, plan, solos, settings))
        {
            Course = (course, turns),
            Own = solos,
        };
    }

    private string[] Texts(IEnumerable<int> tokens) => [.. tokens.Select(index => learned.Vocabulary[index])];
}
