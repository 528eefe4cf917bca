namespace GpuJazz.Music;

/// <summary>Notes that are struck together.</summary>
/// <param name="Start">When they begin, in ticks from the start of the tune.</param>
/// <param name="End">When they end, in ticks.</param>
/// <param name="Pitches">MIDI note numbers, lowest first.</param>
internal sealed record StruckNotes(long Start, long End, IReadOnlyList<int> Pitches);
