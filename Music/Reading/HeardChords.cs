namespace GpuJazz.Music;

/// <summary>The chord under each token of a tune, as a model hears it.</summary>
public static class HeardChords
{
    /// <summary>The classes of a tune's chords, token by token.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="kind">Which tokens: to those that name pitches, roots are told from C, to others from the tune's tonic.</param>
    /// <returns>A <see cref="ChordClass"/> for each token of all measures, of the chord that made the token; under a rest, that at its start.</returns>
    public static int[] Of(Tune tune, TokenKind kind = TokenKind.DeepJazz)
    {
        // The same few chords come again and again.
        Dictionary<Chord, int> known = new(ReferenceEqualityComparer.Instance);
        return
        [
            .. tune.Measures.SelectMany(measure => measure.Melody.Select(element =>
            {
                var chord = Tokenizer.ChordAt(element.Start, measure);
                if (!known.TryGetValue(chord, out var heard)) known.Add(chord, heard = ChordClass.Of([.. chord.Pitches], ChordClass.TonicFor(kind, tune.Key.Tonic)));
                return heard;
            })),
        ];
    }
}
