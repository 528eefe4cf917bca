namespace GpuJazz.Music;

/// <summary>A drummer who keeps time: the ride cymbal's pattern, the hi-hat on two and four, and a little bass drum and snare.</summary>
/// <remarks>
/// The ride is struck on every beat and on the "and" of those with the hi-hat: one, two-and, three, four-and; straight, on every eighth. The bass
/// drum is felt rather than heard on every beat. Now and then a soft snare answers on an off-beat; the last measure of eight leads over
/// with it. The music ends with ride and bass drum on one.
/// </remarks>
internal static class RideCymbal
{
    private const int BassDrum = 36;
    private const int Snare = 38;
    private const int PedalHiHat = 44;
    private const int Ride = 51;

    private const int OnBeat = 92;
    private const int OnBackBeat = 102;
    private const int Skipped = 78;
    private const int StraightOffBeat = 70;
    private const int HiHat = 92;
    private const int Feathered = 34;
    private const int Answer = 46;
    private const int Final = 104;
    private const int Chance = 4;

    // One in so many beats: a skipped note left out, a snare's answer.
    private const int LeavesOut = 9;
    private const int Answers = 7;
    private const int PhraseMeasures = 8;

    private static readonly Beats quarter = Beats.Quarters(1);

    /// <summary>The drums under a solo.</summary>
    /// <param name="measure">The length of a measure.</param>
    /// <param name="measures">How many measures to play.</param>
    /// <param name="isSwung">Whether off-beats are the last third of a beat and not its second half.</param>
    /// <param name="random">What the drummer adds or leaves out.</param>
    /// <returns>Notes by start, a sixteenth long, with General MIDI's numbers of drums as pitches.</returns>
    public static IReadOnlyList<Note> Play(Beats measure, int measures, bool isSwung, SeededRandom random)
    {
        List<Note> played = [];
        for (var number = 0; number < measures - 1; number++)
        {
            var leadsOver = number % PhraseMeasures == PhraseMeasures - 1;
            for (var time = Beats.Zero; time < measure; time += quarter)
            {
                var isBackBeat = IsBackBeat(time, measure);
                var start = measure * number + time;
                Strike(start, Ride, isBackBeat ? OnBackBeat : OnBeat);
                Strike(start, BassDrum, Feathered);
                if (isBackBeat) Strike(start, PedalHiHat, HiHat);

                var and = new Beats(isSwung ? Beats.PerQuarter * 2 / 3 : Beats.PerQuarter / 2);
                if (time + and >= measure) continue;
                if (isBackBeat ? random.Below(LeavesOut) > 0 : !isSwung) Strike(start + and, Ride, isSwung ? Skipped : StraightOffBeat);
                if (random.Below(leadsOver && time + quarter + quarter >= measure ? 2 : Answers) == 0) Strike(start + and, Snare, Answer);
            }
        }

        if (measures > 0)
        {
            Strike(measure * (measures - 1), Ride, Final);
            Strike(measure * (measures - 1), BassDrum, Final);
        }

        return played;

        void Strike(Beats start, int drum, int velocity) =>
            played.Add(new Note(start, Beats.Sixteenth, drum, velocity + random.Below(2 * Chance + 1) - Chance));
    }

    // Two and four; in three, two and three; whatever the meter, not one.
    private static bool IsBackBeat(Beats time, Beats measure) =>
        time > Beats.Zero && (time.DividedBy(quarter) % 2 == 1 || measure == Beats.Quarters(3));
}
