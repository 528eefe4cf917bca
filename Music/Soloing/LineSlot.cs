namespace GpuJazz.Music;

/// <summary>A note of the line to be: everything but its pitch.</summary>
/// <param name="Type">What it is to be to its chord.</param>
/// <param name="Down">The lowest step from the note before, in semitones, or null if the token leaves it open.</param>
/// <param name="Up">The highest step from the note before, in semitones, or null if the token leaves it open.</param>
/// <param name="Tones">The chord that sounds at its start.</param>
/// <param name="IsNewChord">Whether it is the first note over that chord.</param>
internal sealed record LineSlot(ToneType Type, int? Down, int? Up, ChordTones Tones, bool IsNewChord)
{
    /// <summary>The step in the middle of the token's interval: the one that was played when the token was learned.</summary>
    public double? LearnedStep => (Down + Up) / 2.0;

    /// <summary>How far a step is outside the token's interval, in semitones; 0 inside it or where the token leaves it open.</summary>
    public int Excess(int step) => Math.Max(0, Math.Max(Down - step ?? 0, step - Up ?? 0));
}
