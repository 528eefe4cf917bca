namespace GpuJazz.Music;

/// <summary>Changes as a model runs through them while it plays, in twelfths of a beat: which chord is when, and how far each token leads.</summary>
/// <remarks>
/// Tokens are taken to be laid out as the played style lays them out: one after another, each where <see cref="Pulse"/> has a place for
/// it, and rests longer than a measure end at the next bar line; or, where they name their place, as <see cref="AbsoluteLayout"/> does. Two things can't be known before a solo is whole: whether it will swing,
/// for which the vocabulary's word is taken, and whether a triplet's first third is followed by the others, which is believed. Where
/// either is wrong the model hears a chord a little before or after it is played.
/// </remarks>
/// <param name="Chords">A <see cref="ChordClass"/> for each twelfth of a beat: the changes once, or as often as makes whole beats.</param>
/// <param name="Advances">
/// [P, V]: how many twelfths a token leads on that comes at a place whose remainder by P, a number of whole measures and beats, is the row.
/// </param>
public sealed record ChangesClock(IReadOnlyList<int> Chords, IReadOnlyList<int> Advances)
{
    private const int Beat = Beats.PerQuarter;

    /// <summary>The clock of some changes.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="tonic">The tonic of their key, a pitch class.</param>
    /// <param name="vocabulary">The tokens. The unknown one leads nowhere, as it is never played.</param>
    /// <returns>The clock.</returns>
    /// <exception cref="MusicException">A token can't be read.</exception>
    public static ChangesClock Of(Changes changes, int tonic, Vocabulary vocabulary)
    {
        var measure = changes.MeasureLength.Twelfths;
        var form = Enumerable.Range(0, changes.Measures.Count).SelectMany(number => ClassesOf(changes, number, tonic)).ToArray();
        var times = Beat / GreatestDivisor(form.Length, Beat);
        var period = measure * (Beat / GreatestDivisor(measure, Beat));
        var advances = AdvancesOf(vocabulary, changes.MeasureLength);
        return new ChangesClock(
            [.. Enumerable.Repeat(form, times).SelectMany(classes => classes)],
            [.. Enumerable.Range(0, period).SelectMany(place => advances.Select(advance => advance(place)))]);
    }

    // How many twelfths each token leads on from a place.
    private static Func<int, int>[] AdvancesOf(Vocabulary vocabulary, Beats measure)
    {
        string[] known = [.. vocabulary.Values.Where(text => text != Vocabulary.Unknown)];
        var pulse = known.Any(TokenText.IsAbsolute) ? default : Pulse.Of(known.Select(Token.Parse));
        return [.. vocabulary.Values.Select(Advance)];

        Func<int, int> Advance(string text)
        {
            if (text == Vocabulary.Unknown) return _ => 0;
            if (!TokenText.IsAbsolute(text))
            {
                var relative = Token.Parse(text);
                return place => ChangesClock.Advance(relative, place, measure.Twelfths, pulse);
            }

            var token = AbsoluteToken.Parse(text);
            var length = AbsoluteLayout.LengthOf(token, measure);
            return place => (AbsoluteLayout.StartOf(token, new Beats(place), measure) + length).Twelfths - place;
        }
    }

    private static IEnumerable<int> ClassesOf(Changes changes, int measure, int tonic) => changes.HarmonyOf(measure)
        .SelectMany(chord => Enumerable.Repeat(ChordClass.Of([.. chord.Pitches], tonic), chord.Length.Twelfths));

    private static int Advance(Token token, int place, int measure, Pulse pulse)
    {
        const int thirdsOfABeat = 3;
        var length = token.Duration.Twelfths;
        if (token.Type == ToneType.Rest) return length > measure ? measure - (place % measure) : length;
        var thirds = length == Beat / thirdsOfABeat ? thirdsOfABeat : 0;
        return pulse.StartOf(new Beats(place), token.Duration, thirds).Twelfths + length - place;
    }

    private static int GreatestDivisor(int a, int b) => b == 0 ? a : GreatestDivisor(b, a % b);
}
