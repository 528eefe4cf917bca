namespace GpuJazz.Music;

/// <summary>Tokens laid out in time, one after another.</summary>
/// <param name="Notes">The tokens that sound, each with its start.</param>
/// <param name="Rests">How many tokens are rests.</param>
/// <param name="RestsShortened">How many of those were longer than a measure and end at the next bar line.</param>
/// <param name="NotesDelayed">How many notes wait for their place in the beat.</param>
/// <param name="Pulse">Where in a beat notes begin.</param>
/// <param name="End">When the last token ends.</param>
internal sealed record TokenLayout(
    IReadOnlyList<(Token Token, Beats Start)> Notes, int Rests, int RestsShortened, int NotesDelayed, Pulse Pulse, Beats End)
{
    private static readonly Beats third = new(Beats.PerQuarter / 3);

    /// <summary>Lays tokens out.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="measure">The length of a measure.</param>
    /// <returns>
    /// The layout: a token starts where the one before it ends, or a little later, where <see cref="Pulse"/> has a place for it.
    /// </returns>
    /// <exception cref="MusicException">They last longer than any music that is read.</exception>
    public static TokenLayout Of(IReadOnlyList<Token> tokens, Beats measure)
    {
        var pulse = Pulse.Of(tokens);
        List<(Token, Beats)> notes = [];
        var time = Beats.Zero;
        int shortened = 0, delayed = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Type == ToneType.Rest && token.Duration > measure)
            {
                time = measure * (time.DividedBy(measure) + 1);
                shortened++;
                continue;
            }

            if (token.Type != ToneType.Rest)
            {
                var start = pulse.StartOf(time, token.Duration, ThirdsFrom(tokens, i));
                if (start > time) delayed++;
                notes.Add((token, time = start));
            }

            time += token.Duration;
            if (time > Beats.Quarters(Quantizer.MaximumBeats))
                throw new MusicException($"the solo would last more than {Quantizer.MaximumBeats} beats; ask for fewer notes");
        }

        return new TokenLayout(notes, tokens.Count - notes.Count, shortened, delayed, pulse, time);
    }

    // Notes of a third of a beat in a row, as many as a beat can hold.
    private static int ThirdsFrom(IReadOnlyList<Token> tokens, int first)
    {
        var count = 0;
        while (count < 3 && first + count < tokens.Count && IsThird(tokens[first + count])) count++;
        return count;

        static bool IsThird(Token token) => token.Type != ToneType.Rest && token.Duration == third;
    }
}
