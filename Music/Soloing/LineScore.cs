namespace GpuJazz.Music;

/// <summary>How well a note continues a line, in points; only differences matter.</summary>
/// <remarks>
/// What a player does without thinking: small steps, not many repeated notes, a run that goes on for some notes and then turns, a leap
/// that is made good by a step back, an approach note that resolves, a third or a seventh where the chord changes, and the middle
/// of the instrument rather than its ends. <see cref="Whim"/> is what the seed adds to or takes from this.
/// </remarks>
internal static class LineScore
{
    /// <summary>The largest random bonus of a pitch at a note: good candidates are about as likely, a poor one hardly ever wins.</summary>
    public const double Whim = 1.6;

    // By the size of the step: a repeated note, then 1 to 16 semitones.
    private static readonly double[] stepSizes = [-2, 1, 1, 0.6, 0.6, 0.1, -0.2, 0, -0.6, -0.6, -1, -1.2, -0.9, -2, -2, -2, -2];

    // Each semitone away from the step that the token was learned from.
    private const double OffLearnedStep = -0.12;

    private const double GoesOn = 0.35;
    private const double GoesOnTooLong = -0.5;
    private const int LongRun = 5;
    private const int Leap = 5;
    private const double LeapMadeGood = 0.6;
    private const double LeapOnLeap = -1.2;
    private const double BackAndForth = -0.8;
    private const double Resolves = 1.5;
    private const double LeftHanging = -0.4;
    private const double GuideToneOnNewChord = 0.5;

    // At either end of the register.
    private const double OutOnALimb = -1.8;

    // A move is a last resort, the more so the further it goes.
    private const double MovedByOctaves = -3;
    private const double MovedOutside = -2;
    private const double EachSemitoneOutside = -0.4;

    /// <summary>The points of one note.</summary>
    /// <param name="slot">The note.</param>
    /// <param name="line">The line so far; null at its start.</param>
    /// <param name="pitch">The candidate.</param>
    /// <param name="placement">What kind of candidate it is.</param>
    /// <returns>Points, more for better.</returns>
    public static double Of(LineSlot slot, Line? line, int pitch, Placement placement)
    {
        var register = slot.Tones.Register;
        var fromMiddle = (pitch - register.Middle) / (double)(register.Highest - register.Middle);
        var points = OutOnALimb * fromMiddle * fromMiddle;
        if (slot.IsNewChord && slot.Tones.IsGuideTone(pitch)) points += GuideToneOnNewChord;
        return line is null ? points : points + Continuing(slot, line, pitch - line.Pitch) + Moved(slot, pitch - line.Pitch, placement);
    }

    private static double Continuing(LineSlot slot, Line line, int step)
    {
        var points = stepSizes[Math.Abs(step)];
        if (slot.LearnedStep is { } learned) points += OffLearnedStep * Math.Abs(step - learned);

        if (Math.Sign(step) * Math.Sign(line.Run) > 0) points += Math.Abs(line.Run) < LongRun ? GoesOn : GoesOnTooLong;
        if (Math.Abs(line.Step) >= Leap)
        {
            if (Math.Sign(step) == -Math.Sign(line.Step) && Math.Abs(step) < Leap) points += LeapMadeGood;
            if (Math.Sign(step) == Math.Sign(line.Step) && Math.Abs(step) >= Leap) points += LeapOnLeap;
        }

        if (step != 0 && step == -line.Step) points += BackAndForth;
        if (line.Type == ToneType.Approach) points += Math.Abs(step) == 1 && slot.Type == ToneType.Chord ? Resolves : LeftHanging;
        return points;
    }

    private static double Moved(LineSlot slot, int step, Placement placement) => placement switch
    {
        Placement.AsWritten => 0,
        Placement.OctaveMoved => MovedByOctaves,
        _ => MovedOutside + EachSemitoneOutside * slot.Excess(step),
    };
}
