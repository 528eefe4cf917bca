namespace GpuJazz.Music;

/// <summary>Which keys a tune is learned in.</summary>
public enum TransposeKind
{
    /// <summary>Its own.</summary>
    None,

    /// <summary>C major or C minor, as it is major or minor.</summary>
    C,

    /// <summary>All twelve of its kind.</summary>
    All,
}

/// <summary>Moves tunes to other keys.</summary>
public static class Transposition
{
    private const int HighestPitch = 127;

    /// <summary>A tune in the keys that are asked for.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="keys">The keys.</param>
    /// <returns>
    /// The tune in each key, moved by a tritone at most; of all twelve its own is the first. Another key's tune has it in its name.
    /// </returns>
    public static IEnumerable<Tune> Of(Tune tune, TransposeKind keys) => keys switch
    {
        TransposeKind.All => Enumerable.Range(-5, 12).OrderBy(semitones => semitones != 0).Select(semitones => By(tune, semitones)),
        TransposeKind.C => [By(tune, Nearest(-tune.Key.Tonic))],
        _ => [tune],
    };

    /// <summary>A tune some semitones higher.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="semitones">How many; lower if negative.</param>
    /// <returns>The tune; pitches beyond MIDI's are moved back by an octave.</returns>
    public static Tune By(Tune tune, int semitones)
    {
        if (semitones == 0) return tune;
        var key = tune.Key.Transposed(semitones);
        return tune with
        {
            Name = $"{tune.Name} in {key}",
            Key = key,
            Transposed = tune.Transposed + semitones,
            Measures = [.. tune.Measures.Select(measure => measure with
            {
                Melody = [.. measure.Melody.Select(note => note with { Pitch = note.Pitch is { } pitch ? Moved(pitch) : null })],
                Chords = [.. measure.Chords.Select(chord => chord with { Pitches = [.. chord.Pitches.Select(Moved)] })],
            })],
        };

        int Moved(int pitch)
        {
            var moved = pitch + semitones;
            return moved < 0 ? moved + 12 : moved > HighestPitch ? moved - 12 : moved;
        }
    }

    // From -5 to 6.
    private static int Nearest(int semitones) => SpelledPitch.FloorModulo(semitones + 5, 12) - 5;
}
