namespace GpuJazz.Music;

/// <summary>The chords that music is heard as: each kind on each root, with how likely each pitch class is to sound in it.</summary>
/// <remarks>
/// A chord is a multinomial distribution over pitch classes. Its notes share nearly all of the probability, so that a chord of few
/// notes fits few notes best, and one of many is taken only if they all sound.
/// </remarks>
internal static class ChordTemplates
{
    // Each kind and what it takes to hear it: the logarithm of how much rarer it is than the plainest.
    private static readonly (string Kind, double Rarity)[] kinds =
    [
        ("", 0), ("m", 0), ("7", 0), ("m7", 0), ("maj7", 0), ("m7b5", 0.2), ("dim7", 0.2), ("6", 0.3), ("m6", 0.4), ("dim", 0.4),
        ("9", 0.4), ("m9", 0.4), ("maj9", 0.4), ("7sus4", 0.5), ("sus4", 0.6), ("aug", 0.6), ("7(b9)", 0.4), ("7(#9)", 0.6), ("7(b5)", 0.6),
        ("aug7", 0.6), ("13", 0.6), ("mMaj7", 0.7), ("6/9", 0.8), ("add9", 0.8), ("m11", 0.8), ("maj7(#11)", 0.8), ("7(#11)", 0.8),
    ];

    // What sounds besides a chord's notes: passing notes, and the melody's.
    private const double Foreign = 0.012;
    private const double RootShare = 1.2;
    private const double FifthShare = 0.9;
    private const double ExtensionShare = 0.7;

    private const double BassIsRoot = 0.6;
    private const double BassIsThirdOrFifth = 0.11;
    private const double BassIsOther = 0.05;
    private const double BassIsForeign = 0.006;

    // A fifth is 7 semitones; what lies above an octave is a ninth, eleventh or thirteenth.
    private const int Fifth = 7;
    private const int Octave = 12;

    /// <summary>All chords, by root and then in the order of kinds.</summary>
    public static IReadOnlyList<ChordTemplate> All { get; } =
        [.. Enumerable.Range(0, Octave).SelectMany(root => kinds.Select(kind => Make(root, kind.Kind, kind.Rarity)))];

    /// <summary>The chord that some pitches are heard as.</summary>
    /// <param name="pitches">MIDI note numbers, at least one; the lowest is the bass.</param>
    /// <returns>The chord that explains them best; null if a note is foreign to it.</returns>
    public static ChordSymbol? Naming(IReadOnlyCollection<int> pitches) =>
        Explaining(pitches) is { } best && pitches.All(pitch => best.Holds(pitch % Octave))
            ? best.Symbol(pitches.Min() % Octave, hasFlats: true)
            : null;

    /// <summary>The chord that explains some pitches best, even if one of them is foreign to it.</summary>
    /// <param name="pitches">MIDI note numbers; the lowest is the bass.</param>
    /// <returns>The chord; null if they are fewer than two notes.</returns>
    public static ChordTemplate? Explaining(IReadOnlyCollection<int> pitches)
    {
        var classes = pitches.Select(pitch => pitch % Octave).Distinct().ToArray();
        if (classes.Length < 2) return null;
        var bass = pitches.Min() % Octave;
        return All.MaxBy(chord => classes.Sum(note => chord.LogProbabilities[note]) + chord.LogBass[bass] - chord.Rarity)!;
    }

    private static ChordTemplate Make(int root, string kind, double rarity)
    {
        var intervals = ChordKinds.Parse(kind)!.Value.Intervals;
        var shares = intervals.Select(interval => interval switch { 0 => RootShare, Fifth => FifthShare, > Octave => ExtensionShare, _ => 1 }).ToArray();
        var notes = new double[Octave];
        var bass = new double[Octave];
        Array.Fill(notes, Math.Log(Foreign));
        Array.Fill(bass, Math.Log(BassIsForeign));
        for (var i = 0; i < intervals.Count; i++)
        {
            var note = (root + intervals[i]) % Octave;
            notes[note] = Math.Log((1 - Foreign * (Octave - intervals.Count)) * shares[i] / shares.Sum());
            bass[note] = Math.Log(intervals[i] switch { 0 => BassIsRoot, 3 or 4 or 6 or Fifth or 8 => BassIsThirdOrFifth, _ => BassIsOther });
        }

        return new ChordTemplate(root, kind, rarity, notes, bass);
    }
}

/// <summary>One chord as it is heard.</summary>
/// <param name="Root">The root's pitch class.</param>
/// <param name="Kind">The kind's name.</param>
/// <param name="Rarity">What it takes to hear it.</param>
/// <param name="LogProbabilities">For each of the 12 pitch classes, the logarithm of its probability.</param>
/// <param name="LogBass">For each of the 12 pitch classes, the logarithm of its probability as the bass.</param>
internal sealed record ChordTemplate(int Root, string Kind, double Rarity, double[] LogProbabilities, double[] LogBass)
{
    private static readonly string[] sharps = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
    private static readonly string[] flats = ["C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"];

    private readonly HashSet<int> notes = [.. ChordKinds.Parse(Kind)!.Value.Intervals.Select(interval => (Root + interval) % 12)];

    /// <summary>Whether a pitch class is one of its notes.</summary>
    public bool Holds(int pitchClass) => notes.Contains(pitchClass);

    /// <summary>The chord as musicians write it.</summary>
    /// <param name="bass">The pitch class of the bass.</param>
    /// <param name="hasFlats">Whether black keys are written as flats.</param>
    public ChordSymbol Symbol(int bass, bool hasFlats)
    {
        var names = hasFlats ? flats : sharps;
        return ChordSymbol.Parse(bass == Root ? names[Root] + Kind : $"{names[Root]}{Kind}/{names[bass]}");
    }
}
