namespace GpuJazz.Music;

/// <summary>Tokens laid out in time, one after another.</summary>
/// <param name="Notes">The tokens that sound, each with its start.</param>
/// <param name="Rests">How many tokens are rests.</param>
/// <param name="RestsShortened">How many of those were longer than a measure and end at the next bar line.</param>
/// <param name="End">When the last token ends.</param>
internal sealed record TokenLayout(IReadOnlyList<(Token Token, Beats Start)> Notes, int Rests, int RestsShortened, Beats End)
{
    /// <summary>Lays tokens out.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="measure">The length of a measure.</param>
    /// <returns>The layout: each token starts where the one before it ends.</returns>
    /// <exception cref="MusicException">They last longer than any music that is read.</exception>
    public static TokenLayout Of(IReadOnlyList<Token> tokens, Beats measure)
    {
        List<(Token, Beats)> notes = [];
        var time = Beats.Zero;
        var shortened = 0;
        foreach (var token in tokens)
        {
            if (token.Type != ToneType.Rest) notes.Add((token, time));
            if (token.Type == ToneType.Rest && token.Duration > measure)
            {
                time = measure * (time.DividedBy(measure) + 1);
                shortened++;
            }
            else
            {
                time += token.Duration;
                if (time > Beats.Quarters(Quantizer.MaximumBeats))
                    throw new MusicException($"the solo would last more than {Quantizer.MaximumBeats} beats; ask for fewer notes");
            }
        }

        return new TokenLayout(notes, tokens.Count - notes.Count, shortened, time);
    }
}
