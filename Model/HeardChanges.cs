namespace GpuJazz.Model;

/// <summary>The chord changes that solos of a model that hears chords run through, and how tokens move through them.</summary>
/// <param name="Chords">[F]: the chord at each unit of time, from 0 to C − 1, or −1 for none; after the last they repeat.</param>
/// <param name="Advances">
/// [P, V]: how many units a token moves on that begins at a place whose remainder by P is the row; not negative. P divides F.
/// </param>
public sealed record HeardChanges(int[] Chords, int[] Advances)
{
    /// <summary>P, the units of time after which tokens advance alike again.</summary>
    /// <param name="vocabulary">V.</param>
    public int Period(int vocabulary) => Advances.Length / vocabulary;

    /// <summary>The chords that a solo hears: before each token the one where the token will begin.</summary>
    /// <param name="tokens">The solo's tokens, from 0 to V − 1.</param>
    /// <param name="vocabulary">V.</param>
    /// <returns>A chord for each token.</returns>
    public int[] Under(IReadOnlyList<int> tokens, int vocabulary)
    {
        var (place, period) = (0, Period(vocabulary));
        var heard = new int[tokens.Count];
        for (var i = 0; i < heard.Length; i++)
        {
            heard[i] = Chords[place];
            place = (place + Advances[(place % period * vocabulary) + tokens[i]]) % Chords.Length;
        }

        return heard;
    }

    /// <summary>Checks that a model can run through them.</summary>
    /// <param name="shape">The model's sizes.</param>
    /// <exception cref="ArgumentException">They are not such changes, or of another model.</exception>
    internal void Require(ModelShape shape)
    {
        var period = Period(shape.Vocabulary);
        if (period < 1 || Advances.Length != period * shape.Vocabulary || Chords.Length % period != 0 || Chords.Length == 0)
            throw new ArgumentException("the advances are not those of a whole number of periods", nameof(shape));
        if (Chords.Any(chord => chord < -1 || chord >= shape.Chords) || Advances.Any(advance => advance < 0))
            throw new ArgumentException("a chord or an advance is out of range", nameof(shape));
    }
}
