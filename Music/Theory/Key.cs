namespace GpuJazz.Music;

/// <summary>A key.</summary>
/// <param name="Tonic">The tonic's pitch class, 0 (C) to 11 (B).</param>
/// <param name="IsMinor">Whether it is minor; else it is major.</param>
public readonly record struct Key(int Tonic, bool IsMinor)
{
    private static readonly string[] majorNames = ["C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"];
    private static readonly string[] minorNames = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B"];

    /// <summary>Whether chords of this key are written with flats.</summary>
    public bool HasFlats => (Tonic + (IsMinor ? 3 : 0)) % 12 is 0 or 1 or 3 or 5 or 6 or 8 or 10;

    /// <summary>The key some semitones higher.</summary>
    /// <param name="semitones">How many; lower if negative.</param>
    public Key Transposed(int semitones) => this with { Tonic = SpelledPitch.FloorModulo(Tonic + semitones, 12) };

    /// <summary>As musicians say it: <c>Eb major</c>, <c>C# minor</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsMinor ? $"{minorNames[Tonic]} minor" : $"{majorNames[Tonic]} major";
}
