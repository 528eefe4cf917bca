namespace GpuJazz.Music;

/// <summary>A chord symbol over a bar.</summary>
/// <param name="Start">When it begins, from the start of its bar, in ticks.</param>
/// <param name="Symbol">The chord.</param>
internal readonly record struct PlacedChord(long Start, ChordSymbol Symbol);
