namespace GpuJazz.Music;

/// <summary>Parts the notes of one player into an upper voice, the melody, and the rest.</summary>
/// <remarks>
/// Of all ways to take one note or none at each onset, the one of least cost: a note is worth the more the higher it lies above the middle
/// between the highest and the lowest notes around it, a leap costs, a lower note that is struck under one that still sounds costs, and
/// to leave out a high note costs. Where only low notes are struck the voice rests. Found by dynamic programming over the onsets.
/// </remarks>
internal static class UpperVoice
{
    // The notes of an onset that may belong to the voice, from the top.
    private const int MostCandidates = 3;

    // Onsets that the voice may pass over from one note to the next without a rest: while the note sounds, and after it.
    private const int WindowWhileSounding = 32;
    private const int WindowAfter = 4;

    // The stretch to each side by which high and low are told apart, in beats.
    private const int BeatsAround = 8;

    // Where highest and lowest are this near, the texture is a line, and only what lies this far below it is not of the voice.
    private const double NarrowTexture = 9;
    private const double BelowLine = 14;

    private const double SemitonesToFullWorth = 12;
    private const double FreeLeap = 5;
    private const double CostPerSemitone = 0.03;
    private const double CostUnderSounding = 1.2;
    private const double CostBelowTop = 0.25;
    private const double CostOfRest = 0.3;

    /// <summary>Parts notes.</summary>
    /// <param name="notes">The notes of one part.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat.</param>
    /// <returns>The voice by onset, one note at each, and all other notes.</returns>
    public static (IReadOnlyList<MidiNote> Voice, IReadOnlyList<MidiNote> Others) Split(IReadOnlyList<MidiNote> notes, int ticksPerQuarter)
    {
        var groups = OnsetGroup.Of(notes, ticksPerQuarter);
        var voice = Cheapest(groups, Middles(groups, ticksPerQuarter), ticksPerQuarter);
        var left = new Dictionary<MidiNote, int>();
        foreach (var note in voice) left[note] = left.GetValueOrDefault(note) + 1;
        return (voice, [.. notes.Where(note => !Take(note))]);

        bool Take(MidiNote note)
        {
            if (!left.TryGetValue(note, out var count) || count == 0) return false;
            left[note] = count - 1;
            return true;
        }
    }

    // For each onset the pitch above which notes are worth something.
    private static double[] Middles(IReadOnlyList<OnsetGroup> groups, int ticksPerQuarter)
    {
        var middles = new double[groups.Count];
        var reach = (long)BeatsAround * ticksPerQuarter;
        int first = 0, end = 0;
        double tops = 0, bottoms = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            for (; end < groups.Count && groups[end].On <= groups[i].On + reach; end++) Count(end, 1);
            for (; groups[first].On < groups[i].On - reach; first++) Count(first, -1);
            var (top, bottom) = (tops / (end - first), bottoms / (end - first));
            middles[i] = top - bottom < NarrowTexture ? bottom - BelowLine + (top - bottom) : (top + bottom) / 2;
        }

        return middles;

        void Count(int group, int sign)
        {
            tops += sign * groups[group].Notes[0].Pitch;
            bottoms += sign * groups[group].Notes[^1].Pitch;
        }
    }

    private static List<MidiNote> Cheapest(IReadOnlyList<OnsetGroup> groups, double[] middles, int ticksPerQuarter)
    {
        // A state is a note of an onset (0 to MostCandidates - 1), or a rest at it (the last).
        const int Rest = MostCandidates;
        const int States = MostCandidates + 1;
        var costs = new double[groups.Count, States];
        var from = new (int Group, int State)[groups.Count, States];
        for (var group = 0; group < groups.Count; group++)
            for (var state = 0; state < States; state++) (costs[group, state], from[group, state]) = (double.PositiveInfinity, (-1, 0));
        costs[0, Rest] = CostToSkip(0);
        for (var state = 0; state < CandidatesAt(0); state++) costs[0, state] = Worth(0, state);

        for (var group = 0; group < groups.Count; group++)
        {
            LeaveRest(group);
            for (var state = 0; state < CandidatesAt(group); state++) LeaveNote(group, state);
        }

        return Path();

        void LeaveRest(int group)
        {
            if (group + 1 == groups.Count) return;
            Relax(group + 1, Rest, costs[group, Rest] + CostToSkip(group + 1), group, Rest);
            for (var state = 0; state < CandidatesAt(group + 1); state++)
                Relax(group + 1, state, costs[group, Rest] + Worth(group + 1, state), group, Rest);
        }

        void LeaveNote(int group, int state)
        {
            var note = groups[group].Notes[state];
            var cost = costs[group, state];
            for (var next = group + 1; next < groups.Count; next++)
            {
                var sounds = note.Off - groups[next].On > ticksPerQuarter / 8;
                if (next - group > (sounds ? WindowWhileSounding : WindowAfter)) break;
                for (var other = 0; other < CandidatesAt(next); other++)
                {
                    var pitch = groups[next].Notes[other].Pitch;
                    var leap = CostPerSemitone * Math.Max(0, Math.Abs(pitch - note.Pitch) - FreeLeap);
                    var under = sounds && pitch < note.Pitch && !IsHeldOver(note, groups[next].Notes[other]) ? CostUnderSounding : 0;
                    Relax(next, other, cost + leap + under + Worth(next, other), group, state);
                }

                var isCovered = sounds && groups[next].Notes[0].Pitch < note.Pitch;
                cost += isCovered ? 0 : CostToSkip(next);
                Relax(next, Rest, cost + CostOfRest, group, state);
            }
        }

        void Relax(int group, int state, double cost, int fromGroup, int fromState)
        {
            if (cost >= costs[group, state]) return;
            costs[group, state] = cost;
            from[group, state] = (fromGroup, fromState);
        }

        int CandidatesAt(int group) => Math.Min(MostCandidates, groups[group].Notes.Count);

        // What taking a note adds to the cost: less than nothing for a high one.
        double Worth(int group, int state) => CostBelowTop * state - Height(groups[group].Notes[state].Pitch, middles[group]);

        double CostToSkip(int group) => Math.Max(0, Height(groups[group].Notes[0].Pitch, middles[group]));

        List<MidiNote> Path()
        {
            var last = groups.Count - 1;
            var best = Enumerable.Range(0, States).MinBy(state => costs[last, state]);
            List<MidiNote> voice = [];
            for (var (group, state) = (last, best); group >= 0; (group, state) = from[group, state])
                if (state != Rest) voice.Add(groups[group].Notes[state]);
            voice.Reverse();
            return voice;
        }
    }

    private static double Height(int pitch, double middle) => Math.Clamp((pitch - middle) / SemitonesToFullWorth, -1, 1);

    // A note that runs on only a little beyond the next one's start is let ring, not held as a voice of its own.
    private static bool IsHeldOver(MidiNote note, MidiNote next) => note.Off - next.On < (next.Off - next.On) / 2;
}
