namespace GpuJazz.Music;

/// <summary>What each pitch is to a chord, looked up instead of analysed again for every candidate.</summary>
internal sealed class ChordTones
{
    private const int PitchClasses = 12;

    private readonly int[][] pitchesOfType;
    private readonly bool[] guides;

    /// <summary>Analyses a chord.</summary>
    /// <param name="chord">The chord.</param>
    /// <param name="register">Where its pitches are looked for.</param>
    public ChordTones(Chord chord, Register register)
    {
        Register = register;
        var analysis = ChordAnalysis.Of(chord.Pitches);
        pitchesOfType = [.. Enum.GetValues<ToneType>().Select(type => register.Pitches.Where(pitch => analysis.TypeOf(pitch) == type).ToArray())];
        guides =
        [
            .. Enumerable.Range(0, PitchClasses).Select(pitch =>
                analysis.IsChordTone(pitch) && (pitch - analysis.Root.PitchClass + PitchClasses) % PitchClasses is 3 or 4 or 10 or 11),
        ];
    }

    /// <summary>Where its pitches are looked for.</summary>
    public Register Register { get; }

    /// <summary>The pitches of the register that are of a type to the chord.</summary>
    /// <param name="type">The type.</param>
    /// <returns>MIDI note numbers, ascending; of a chord's own tones always some within any octave.</returns>
    public ReadOnlySpan<int> OfType(ToneType type) => pitchesOfType[(int)type];

    /// <summary>Whether a pitch is the chord's third or seventh, the notes that tell one chord from the next.</summary>
    /// <param name="pitch">MIDI note number.</param>
    /// <returns>True for a guide tone.</returns>
    public bool IsGuideTone(int pitch) => guides[pitch % PitchClasses];
}
