namespace GpuJazz.Music;

/// <summary>A pitch with its spelling: C# and D- are two spelled pitches of one MIDI note.</summary>
/// <param name="Step">Letter steps above the C of MIDI note 0: middle C is 35, the D above it 36.</param>
/// <param name="Midi">MIDI note number; middle C is 60.</param>
public readonly record struct SpelledPitch(int Step, int Midi)
{
    private const string Letters = "CDEFGAB";

    // C C# D E- E F F# G G# A B- B: the letter of each pitch class.
    private static readonly int[] letterOfPitchClass = [0, 0, 1, 2, 2, 3, 3, 4, 4, 5, 6, 6];

    // Semitones of the letters above C.
    private static readonly int[] semitonesOfLetter = [0, 2, 4, 5, 7, 9, 11];

    /// <summary>Middle C.</summary>
    public static SpelledPitch MiddleC => OfMidi(60);

    /// <summary>The letter, from 0 for C to 6 for B.</summary>
    public int Letter => FloorModulo(Step, 7);

    /// <summary>Sharps if positive, flats if negative.</summary>
    public int Accidental => Midi - SemitonesOfSteps(Step);

    /// <summary>The pitch class, from 0 for C to 11 for B, whatever the spelling.</summary>
    public int PitchClass => FloorModulo(Midi, 12);

    /// <summary>Letter and accidentals without an octave: <c>C#</c>, <c>B-</c>, <c>F##</c>.</summary>
    public string Name => Letters[Letter] + new string(Accidental < 0 ? '-' : '#', Math.Abs(Accidental));

    /// <summary>The one spelling of a MIDI note number: C C# D E- E F F# G G# A B- B, in every key.</summary>
    /// <param name="midi">MIDI note number, not negative.</param>
    /// <returns>The spelled pitch.</returns>
    public static SpelledPitch OfMidi(int midi) => new(midi / 12 * 7 + letterOfPitchClass[midi % 12], midi);

    /// <summary>A pitch in the octave from middle C, or beside it, by its letter and accidental.</summary>
    /// <param name="letter">The letter, from 0 for C to 6 for B.</param>
    /// <param name="accidental">Sharps if positive, flats if negative.</param>
    /// <returns>The spelled pitch: letter 0 with accidental −1 is C-, MIDI 59.</returns>
    public static SpelledPitch FromMiddleC(int letter, int accidental) =>
        new(MiddleC.Step + letter, MiddleC.Midi + semitonesOfLetter[letter] + accidental);

    /// <summary>The pitch an interval away.</summary>
    /// <param name="interval">Up, or down if negative.</param>
    /// <returns>The spelled pitch, diatonically transposed.</returns>
    public SpelledPitch Transposed(Interval interval) => new(Step + interval.Steps, Midi + interval.Semitones);

    /// <summary>Whether both have one name, in any octave. A- and G# have two.</summary>
    /// <param name="other">The other pitch.</param>
    /// <returns>True if letter and accidental agree.</returns>
    public bool HasNameOf(SpelledPitch other) => Letter == other.Letter && Accidental == other.Accidental;

    /// <summary>The name.</summary>
    /// <returns>As <see cref="Name"/>.</returns>
    public override string ToString() => Name;

    // The white keys: 0, 2, 4, 5, 7, 9, 11, 12 … semitones for 0, 1, 2 … letter steps above a C.
    internal static int SemitonesOfSteps(int steps) => (steps - FloorModulo(steps, 7)) / 7 * 12 + semitonesOfLetter[FloorModulo(steps, 7)];

    internal static int FloorModulo(int value, int modulus) => (value % modulus + modulus) % modulus;
}
