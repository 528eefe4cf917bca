namespace GpuJazz.Music;

/// <summary>What a bass line costs, note by note; less is better.</summary>
/// <remarks>
/// What players are taught: the chord's lowest note where it changes, chord tones on strong beats, small steps, and before a change a
/// note that leads to the next by a semitone or a tone. No note three times in a row, no going back and forth between two, and
/// neither end of the instrument for long.
/// </remarks>
internal static class BassScore
{
    /// <summary>E1, the lowest string.</summary>
    public const int Lowest = 28;

    /// <summary>E3, where a walking line seldom goes beyond.</summary>
    public const int Highest = 52;

    /// <summary>How many pitches there are.</summary>
    public const int Size = Highest - Lowest + 1;

    /// <summary>The largest random cost of a pitch at a beat.</summary>
    public const double Whim = 1.1;

    private const double Never = 1000;
    private const int Middle = 38;
    private const double OutOnALimb = 1.5;
    private const double OtherToneOnChange = 2.6;
    private const double OtherToneOnReturn = 0.4;
    private const double StrongOutsideChord = Never;
    private const double ScaleTone = 0.3;
    private const double Foreign = 1;
    private const double ForeignUnresolved = Never;
    private const double LeadsBySemitone = -0.9;
    private const double LeadsByTone = -0.4;
    private const double BackAndForth = 1.8;
    private const double Turned = 0.15;

    // By semitones, up to an octave: a repeated note is dull, a tritone and sixths and sevenths are awkward.
    private static readonly double[] stepSizes = [2.2, 0, 0, 0.3, 0.4, 0.5, 1.8, 0.7, 1.6, 1.6, 2.5, 3, 0.9];

    /// <summary>The cost of a note at its beat, whatever is around it.</summary>
    /// <param name="beat">The beat.</param>
    /// <param name="pitch">MIDI note number.</param>
    public static double Alone(BassBeat beat, int pitch)
    {
        var fromMiddle = (pitch - Middle) / (double)(Highest - Middle);
        var cost = OutOnALimb * fromMiddle * fromMiddle;
        var isBass = pitch % 12 == beat.Bass;
        if (beat.IsLastMeasure) return cost + (isBass ? 0 : Never);
        if (beat.Harmony.IsChordTone(pitch)) return cost + (!beat.IsChange || isBass ? 0 : beat.IsReturn ? OtherToneOnReturn : OtherToneOnChange);
        if (beat.IsStrong || beat.IsChange) return cost + StrongOutsideChord;
        return cost + (beat.Harmony.IsScaleTone(pitch) ? ScaleTone : Foreign);
    }

    /// <summary>The cost of going from a note to the next.</summary>
    /// <param name="beat">The first note's beat.</param>
    /// <param name="next">The second note's.</param>
    /// <param name="pitch">The first note.</param>
    /// <param name="nextPitch">The second note.</param>
    public static double Step(BassBeat beat, BassBeat next, int pitch, int nextPitch)
    {
        var step = Math.Abs(nextPitch - pitch);
        if (step >= stepSizes.Length) return Never;
        var cost = stepSizes[step];
        if (next.IsChange && !beat.IsStrong) cost += step == 1 ? LeadsBySemitone : step == 2 ? LeadsByTone : 0;
        if (step != 1 && !beat.Harmony.IsChordTone(pitch) && !beat.Harmony.IsScaleTone(pitch)) cost += ForeignUnresolved;
        return cost;
    }

    /// <summary>The cost of three notes in a row.</summary>
    /// <param name="first">A note.</param>
    /// <param name="second">The next.</param>
    /// <param name="third">The one after that.</param>
    public static double Turn(int first, int second, int third)
    {
        if (first == third) return first == second ? Never : BackAndForth;
        return (second - first) * (third - second) < 0 ? Turned : 0;
    }
}
