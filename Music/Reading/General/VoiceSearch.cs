namespace GpuJazz.Music;

/// <summary>Follows the upper voice through the onsets of a part.</summary>
/// <remarks>
/// Of all ways to take one note or none at each onset, the one of least cost: a note is worth the more the higher it lies above the middle
/// there, a leap costs, a lower note that is struck under one that still sounds costs, and to leave out a high note costs. Where only low
/// notes are struck the voice rests. Found by dynamic programming: its time grows with the number of onsets.
/// </remarks>
internal sealed class VoiceSearch
{
    // At each onset the voice takes one of the highest notes, or rests.
    private const int MostCandidates = 3;
    private const int Rest = MostCandidates;
    private const int States = MostCandidates + 1;

    // Onsets that the voice may pass over from one note to the next without a rest: while the note sounds, and after it.
    private const int WindowWhileSounding = 32;
    private const int WindowAfter = 4;

    // A note that sounds on for less than an eighth of a beat only rings.
    private const int RingsPerQuarter = 8;

    private const double SemitonesToFullWorth = 12;
    private const double FreeLeap = 5;
    private const double CostPerSemitone = 0.03;
    private const double CostUnderSounding = 1.2;
    private const double CostBelowTop = 0.25;
    private const double CostOfRest = 0.3;

    private readonly IReadOnlyList<OnsetGroup> groups;
    private readonly IReadOnlyList<double> middles;
    private readonly int ring;

    // The least cost of a way that ends in a state of an onset, and the place that it came from: both at onset · States + state.
    private readonly double[] costs;
    private readonly int[] from;

    private VoiceSearch(IReadOnlyList<OnsetGroup> groups, IReadOnlyList<double> middles, int ticksPerQuarter)
    {
        this.groups = groups;
        this.middles = middles;
        ring = ticksPerQuarter / RingsPerQuarter;
        costs = new double[groups.Count * States];
        from = new int[groups.Count * States];
        Array.Fill(costs, double.PositiveInfinity);
        Array.Fill(from, -1);
    }

    /// <summary>Finds the voice.</summary>
    /// <param name="groups">The onsets; at least one.</param>
    /// <param name="middles">For each onset the pitch above which notes are worth something.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat.</param>
    /// <returns>The voice's notes by onset, at most one of each.</returns>
    public static List<MidiNote> Find(IReadOnlyList<OnsetGroup> groups, IReadOnlyList<double> middles, int ticksPerQuarter) =>
        new VoiceSearch(groups, middles, ticksPerQuarter).Find();

    private List<MidiNote> Find()
    {
        costs[Rest] = CostToSkip(0);
        for (var state = 0; state < Candidates(0); state++) costs[state] = -Worth(0, state);
        for (var group = 0; group < groups.Count; group++)
        {
            if (group + 1 < groups.Count) LeaveRest(group);
            for (var state = 0; state < Candidates(group); state++) LeaveNote(group, state);
        }

        var last = (groups.Count - 1) * States;
        List<MidiNote> voice = [];
        for (var place = Enumerable.Range(last, States).MinBy(state => costs[state]); place >= 0; place = from[place])
            if (place % States != Rest) voice.Add(groups[place / States].Notes[place % States]);
        voice.Reverse();
        return voice;
    }

    private void LeaveRest(int group)
    {
        var place = group * States + Rest;
        Relax(group + 1, Rest, costs[place] + CostToSkip(group + 1), place);
        for (var state = 0; state < Candidates(group + 1); state++) Relax(group + 1, state, costs[place] - Worth(group + 1, state), place);
    }

    private void LeaveNote(int group, int state)
    {
        var place = group * States + state;
        var note = groups[group].Notes[state];
        var cost = costs[place];
        for (var next = group + 1; next < groups.Count; next++)
        {
            var sounds = note.Off - groups[next].On > ring;
            if (next - group > (sounds ? WindowWhileSounding : WindowAfter)) return;
            for (var other = 0; other < Candidates(next); other++)
                Relax(next, other, cost + CostOfStep(note, groups[next].Notes[other], sounds) - Worth(next, other), place);
            var isCovered = sounds && groups[next].Notes[0].Pitch < note.Pitch;
            if (!isCovered) cost += CostToSkip(next);
            Relax(next, Rest, cost + CostOfRest, place);
        }
    }

    private void Relax(int group, int state, double cost, int fromPlace)
    {
        var place = group * States + state;
        if (cost >= costs[place]) return;
        costs[place] = cost;
        from[place] = fromPlace;
    }

    // A note that runs on only a little beyond the next one's start is let ring, not held over it.
    private static double CostOfStep(MidiNote note, MidiNote next, bool sounds)
    {
        var leap = CostPerSemitone * Math.Max(0, Math.Abs(next.Pitch - note.Pitch) - FreeLeap);
        var isUnder = sounds && next.Pitch < note.Pitch && note.Off - next.On >= (next.Off - next.On) / 2;
        return isUnder ? leap + CostUnderSounding : leap;
    }

    private double Worth(int group, int state) => Height(groups[group].Notes[state].Pitch, group) - CostBelowTop * state;

    private double CostToSkip(int group) => Math.Max(0, Height(groups[group].Notes[0].Pitch, group));

    private double Height(int pitch, int group) => Math.Clamp((pitch - middles[group]) / SemitonesToFullWorth, -1, 1);

    private int Candidates(int group) => Math.Min(MostCandidates, groups[group].Notes.Count);
}
