namespace GpuJazz.Music;

/// <summary>A token that sounds, with its place.</summary>
/// <param name="Number">Which of the tokens it is, from 0.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Length">How long it lasts: as its token says, unless the end or a swung beat changes it.</param>
internal readonly record struct PlacedToken(int Number, Beats Start, Beats Length)
{
    /// <summary>When it ends.</summary>
    public Beats End => Start + Length;
}

/// <summary>Tokens laid out in time, one after another.</summary>
/// <param name="Notes">The tokens that sound.</param>
/// <param name="Rests">How many tokens are rests.</param>
/// <param name="RestsShortened">How many of those were longer than a measure and end at the next bar line.</param>
/// <param name="NotesDelayed">How many notes wait for their place in the beat.</param>
/// <param name="Pulse">Where in a beat notes begin.</param>
/// <param name="End">When the last token ends.</param>
internal sealed record TokenLayout(
    IReadOnlyList<PlacedToken> Notes, int Rests, int RestsShortened, int NotesDelayed, Pulse Pulse, Beats End)
{
    private static readonly Beats third = new(Beats.PerQuarter / 3);

    /// <summary>Lays tokens out.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="measure">The length of a measure.</param>
    /// <param name="limit">
    /// Where to stop: tokens that would begin there or later are left out, and one that lasts beyond it is cut. Null for all tokens.
    /// </param>
    /// <returns>
    /// The layout: a token starts where the one before it ends, or a little later, where <see cref="Pulse"/> has a place for it.
    /// </returns>
    /// <exception cref="MusicException">They last longer than any music that is read.</exception>
    public static TokenLayout Of(IReadOnlyList<Token> tokens, Beats measure, Beats? limit = null)
    {
        var pulse = Pulse.Of(tokens);
        List<PlacedToken> notes = [];
        var time = Beats.Zero;
        int rests = 0, shortened = 0, delayed = 0;
        for (var i = 0; i < tokens.Count && !(time >= limit); i++)
        {
            var token = tokens[i];
            if (token.Type == ToneType.Rest && token.Duration > measure)
            {
                time = measure * (time.DividedBy(measure) + 1);
                rests++;
                shortened++;
                continue;
            }

            if (token.Type == ToneType.Rest)
            {
                rests++;
            }
            else
            {
                var start = pulse.StartOf(time, token.Duration, ThirdsFrom(tokens, i));
                if (start >= limit)
                {
                    time = start;
                    break;
                }

                if (start > time) delayed++;
                notes.Add(new PlacedToken(i, time = start, token.Duration));
            }

            time += token.Duration;
            RequirePlayable(time);
        }

        return Cut(notes, rests, shortened, delayed, pulse, time, limit);
    }

    /// <summary>Lays tokens out.</summary>
    /// <param name="tokens">Tokens as the tokeniser writes them, all of one kind.</param>
    /// <param name="measure">The length of a measure.</param>
    /// <param name="limit">As above.</param>
    /// <returns>The layout.</returns>
    /// <exception cref="MusicException">A token can't be read, or they last longer than any music that is read.</exception>
    public static TokenLayout Of(IReadOnlyList<string> tokens, Beats measure, Beats? limit = null) => tokens.Any(TokenText.IsAbsolute)
        ? AbsoluteLayout.Of([.. tokens.Select(AbsoluteToken.Parse)], measure, limit)
        : Of([.. tokens.Select(Token.Parse)], measure, limit);

    /// <summary>A layout whose last note ends at the limit at the latest.</summary>
    internal static TokenLayout Cut(List<PlacedToken> notes, int rests, int shortened, int delayed, Pulse pulse, Beats end, Beats? limit)
    {
        if (notes.Count > 0 && notes[^1].End > limit) notes[^1] = notes[^1] with { Length = limit.Value - notes[^1].Start };
        return new TokenLayout(notes, rests, shortened, delayed, pulse, end > limit ? limit.Value : end);
    }

    /// <summary>Refuses what lasts longer than any music that is read.</summary>
    /// <exception cref="MusicException">The time is beyond that.</exception>
    internal static void RequirePlayable(Beats time)
    {
        if (time > Beats.Quarters(Quantizer.MaximumBeats))
            throw new MusicException($"the solo would last more than {Quantizer.MaximumBeats} beats; ask for fewer notes");
    }

    /// <summary>The same line written as a swung one. One that is swung stays as it is, and so do a straight line's triplets.</summary>
    public TokenLayout Swung()
    {
        if (Pulse.IsSwung) return this;
        var triplets = Notes.Where(note => note.Start.Twelfths % Beats.Sixteenth.Twelfths != 0).Select(note => BeatOf(note.Start)).ToHashSet();
        return this with
        {
            Notes = [.. Notes.Select(note => note with { Start = Written(note.Start), Length = Written(note.End) - Written(note.Start) })],
            Pulse = new Pulse(IsSwung: true),
        };

        Beats Written(Beats time) => triplets.Contains(BeatOf(time)) ? time : Swing.Written(time);

        static int BeatOf(Beats time) => time.DividedBy(Beats.Quarters(1));
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
