namespace GpuJazz.Music;

/// <summary>Where in a beat notes may begin, so that a line stays in time although tokens tell only lengths.</summary>
/// <remarks>
/// A swung line lives on the beat and its last third: two thirds of a beat begin on the beat, one third before the next, whole beats on
/// either. Thirds begin earlier only where enough of them follow to fill the beat, a triplet. Even eighths begin on beats and halves,
/// sixteenths on quarters of a beat. A straight line has quarters of a beat and the same triplets. Without this one odd third would turn
/// every pair of eighths after it round, short before long.
/// </remarks>
/// <param name="IsSwung">Whether more of the lengths are thirds of a beat than are halves and quarters.</param>
internal readonly record struct Pulse(bool IsSwung)
{
    private const int Beat = Beats.PerQuarter;
    private const int Third = Beat / 3;
    private const int Half = Beat / 2;
    private const int Quarter = Beat / 4;

    /// <summary>The pulse of a line.</summary>
    /// <param name="tokens">Its tokens; rests don't count.</param>
    /// <returns>Swung, or straight if that holds for as many.</returns>
    public static Pulse Of(IEnumerable<Token> tokens) => Of(tokens.Where(token => token.Type != ToneType.Rest).Select(token => token.Duration));

    /// <summary>The pulse of a line.</summary>
    /// <param name="durations">How long its notes last.</param>
    /// <returns>Swung, or straight if that holds for as many.</returns>
    public static Pulse Of(IEnumerable<Beats> durations)
    {
        int[] lengths = [.. durations.Select(duration => duration.Twelfths)];
        return new Pulse(lengths.Count(length => length % Quarter != 0) > lengths.Count(length => length % Third != 0));
    }

    /// <summary>When a note begins: at once, or as soon as its length has a place in the beat.</summary>
    /// <param name="now">When the token before it ends.</param>
    /// <param name="length">The note's length.</param>
    /// <param name="thirds">How many notes of a third of a beat there are in a row from this one on.</param>
    /// <returns>The time, less than a beat later.</returns>
    public Beats StartOf(Beats now, Beats length, int thirds)
    {
        while (!Fits(now.Twelfths % Beat, length.Twelfths, thirds)) now += new Beats(1);
        return now;
    }

    private bool Fits(int place, int length, int thirds)
    {
        if (place % Third == 0 && place + thirds * Third >= Beat && thirds > 0) return true;
        if (!IsSwung) return place % Quarter == 0;
        return (length % Beat) switch
        {
            0 => place is 0 or Half or 2 * Third,
            Third => place == 2 * Third,
            2 * Third => place == 0,
            Half => place is 0 or Half,
            Quarter or 3 * Quarter => place % Quarter == 0,
            _ => true, // no length that is learned from notes
        };
    }
}
