namespace GpuJazz.Music;

/// <summary>A tune as it is written: its header, and its bars in the order of the page.</summary>
/// <param name="Header">What the fields before the music say.</param>
/// <param name="Bars">The bars, at least one.</param>
internal sealed record AbcTune(AbcHeader Header, IReadOnlyList<AbcBar> Bars);

/// <summary>One written bar.</summary>
/// <param name="Place">Where it begins, for errors.</param>
/// <param name="Number">Its number in the order of the page, from 1.</param>
/// <param name="Length">What its notes and rests add up to, in ticks.</param>
/// <param name="Notes">Its notes, by start.</param>
/// <param name="Chords">Its chord symbols, by start.</param>
/// <param name="Endings">The passes of a repeat on which it is played, or none if on all.</param>
/// <param name="OpensRepeat">Whether a repeat begins with it.</param>
/// <param name="ClosesRepeat">Whether a repeat ends after it.</param>
internal sealed record AbcBar(
    AbcCursor Place,
    int Number,
    long Length,
    IReadOnlyList<AbcNote> Notes,
    IReadOnlyList<PlacedChord> Chords,
    IReadOnlyList<int> Endings,
    bool OpensRepeat,
    bool ClosesRepeat) : IRepeatedBar;

/// <summary>A note.</summary>
/// <param name="Start">When it begins, from the start of its bar, in ticks.</param>
/// <param name="Length">How long it lasts, in ticks.</param>
/// <param name="Pitch">MIDI note number, 0 to 127.</param>
/// <param name="Tied">Whether it goes on in the next note of its pitch.</param>
internal readonly record struct AbcNote(long Start, long Length, int Pitch, bool Tied);
