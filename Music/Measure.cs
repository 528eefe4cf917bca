namespace GpuJazz.Music;

/// <summary>One measure (bar) of a tune.</summary>
/// <param name="Number">Its number in the tune, from 0; a pick-up is a measure too.</param>
/// <param name="Start">When it begins, from the start of the tune.</param>
/// <param name="Length">How long it lasts; greater than zero.</param>
/// <param name="Melody">Its notes and rests by start; each belongs to the measure in which it starts.</param>
/// <param name="Chords">Its chords, at least one, in the order in which they were read; starts count from the start of the tune.</param>
public sealed record Measure(
    int Number, Beats Start, Beats Length, IReadOnlyList<MelodyEvent> Melody, IReadOnlyList<Chord> Chords);
