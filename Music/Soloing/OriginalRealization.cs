namespace GpuJazz.Music;

/// <summary>A note or rest on its way through the original rules.</summary>
/// <param name="Start">When it begins, from the start of its chord set.</param>
/// <param name="Length">How long it lasts; 0 until cleaned up.</param>
/// <param name="Pitch">MIDI note number, or null for a rest.</param>
/// <param name="Placement">How far the pitch is what the token says.</param>
internal readonly record struct OriginalElement(Beats Start, Beats Length, int? Pitch, Placement Placement);

/// <summary>The original's way from tokens to pitches over the chords of one measure.</summary>
/// <remarks>
/// Approach and other tones are played as chord tones, so two types are left. Time advances by a token's duration before the token is
/// placed: everything starts where it should end.
/// </remarks>
internal sealed class OriginalRealization
{
    private const int LowestFree = 60;
    private const int LowestBound = 48;

    private readonly Chord[] chords;
    private readonly SeededRandom random;

    /// <summary>Prepares a chord set.</summary>
    /// <param name="chords">The chords of a measure, at least one.</param>
    /// <param name="random">Draws the pitches.</param>
    public OriginalRealization(IEnumerable<Chord> chords, SeededRandom random)
    {
        this.chords = [.. chords.OrderBy(chord => chord.Start)];
        this.random = random;
    }

    /// <summary>The chords by start; the first has moved to the start if a note began before it.</summary>
    public IReadOnlyList<Chord> Chords => chords;

    /// <summary>Realises tokens.</summary>
    /// <param name="tokens">The pruned tokens.</param>
    /// <returns>An element for each token.</returns>
    public IReadOnlyList<OriginalElement> Realize(IEnumerable<Token> tokens)
    {
        List<OriginalElement> elements = [];
        var time = Beats.Zero;
        int? previous = null;
        foreach (var token in tokens)
        {
            time += token.Duration;
            if (token.Type == ToneType.Rest)
            {
                elements.Add(new OriginalElement(time, token.Duration, null, Placement.AsWritten));
                continue;
            }

            var chord = ChordAt(time);
            var type = token.Type == ToneType.Scale ? ToneType.Scale : ToneType.Chord;
            var (pitch, placement) = previous is { } before && token.Up is { } up && token.Down is { } down
                ? Bound(type, chord, before, down.Semitones, up.Semitones)
                : Raised(Free(type, chord), LowestFree, Placement.AsWritten);
            elements.Add(new OriginalElement(time, token.Duration, pitch, type == token.Type ? placement : Placement.OtherType));
            previous = pitch;
        }

        return elements;
    }

    // The last chord that has begun; before any has, the first, which moves to the start for good.
    private Chord ChordAt(Beats time)
    {
        if (chords[0].Start > time) chords[0] = chords[0] with { Start = Beats.Zero };
        return chords.Last(chord => chord.Start <= time);
    }

    // Without a bracket: a chord pitch, or a note of the scale in the octave of a chord pitch.
    private int Free(ToneType type, Chord chord)
    {
        if (type == ToneType.Chord) return random.Pick(chord.Pitches);

        var analysis = ChordAnalysis.Of(chord.Pitches);
        var scale = analysis.IsMajor
            ? [.. analysis.Scale.Pitches.Select(pitch => pitch.PitchClass)]
            : HexatonicBlues.Over(chord.Pitches, random);
        return random.Pick(scale) + random.Pick(chord.Pitches) / 12 * 12;
    }

    // With a bracket: a tone of the type in it, not the previous pitch if there are several; with none, a whole tone up or down.
    private (int Pitch, Placement Placement) Bound(ToneType type, Chord chord, int previous, int down, int up)
    {
        var analysis = ChordAnalysis.Of(chord.Pitches);
        List<int> tones = [];
        for (var pitch = Math.Max(0, previous + down); pitch <= Math.Min(127, previous + up); pitch++)
            if (type == ToneType.Chord ? analysis.IsChordTone(pitch) : analysis.IsScaleTone(pitch)) tones.Add(pitch);
        if (tones.Count > 1) tones.Remove(previous);
        return tones.Count > 0
            ? Raised(random.Pick(tones), LowestBound, Placement.AsWritten)
            : Raised(previous + (random.Below(2) == 0 ? -2 : 2), LowestBound, Placement.OutsideInterval);
    }

    // Below the lowest octave a note goes up to it; above MIDI's highest note, where the original had no answer, an octave down.
    private static (int Pitch, Placement Placement) Raised(int pitch, int lowest, Placement placement) =>
        pitch < lowest ? (lowest + pitch % 12, Placement.OctaveMoved)
        : pitch > 127 ? (pitch - 12, Placement.OctaveMoved)
        : (pitch, placement);
}
