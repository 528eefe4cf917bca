namespace GpuJazz.Music;

/// <summary>Pitches that sound together.</summary>
/// <param name="Start">When it begins, from the start of the tune or solo.</param>
/// <param name="Length">How long it lasts; greater than zero.</param>
/// <param name="Pitches">MIDI note numbers, at least one, in the order in which they were read (the order decides ties).</param>
public sealed record Chord(Beats Start, Beats Length, IReadOnlyList<int> Pitches)
{
    /// <summary>How hard it is struck: a MIDI velocity, 1 to 127; means nothing in a tune that is read.</summary>
    public int Velocity { get; init; } = 64;

    /// <summary>When it ends.</summary>
    public Beats End => Start + Length;
}
