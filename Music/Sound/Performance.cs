using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Notes in real time, ready to be heard: what a player makes of a MIDI file.</summary>
/// <param name="Notes">The notes by start; those that start together in the order of the file.</param>
public sealed record Performance(IReadOnlyList<PlayedNote> Notes)
{
    /// <summary>When the last note is let go, in seconds.</summary>
    public double End => Notes.Select(note => note.End).DefaultIfEmpty().Max();

    /// <summary>A solo as it is heard: exactly what its MIDI file gives.</summary>
    /// <param name="solo">The solo.</param>
    /// <returns>Its notes in seconds.</returns>
    public static Performance Of(Solo solo) => Of(SoloMidi.ToMidi(solo));

    /// <summary>
    /// Any MIDI file as it is heard: its own timing under its tempo map; programs, sustain pedal, volume, expression and pan
    /// of each channel. Pitch bends are not played.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <returns>Its notes in seconds; the end of a note that is never let go is the end of the file.</returns>
    public static Performance Of(MidiFile file) => new PerformanceReader(file).Read();
}
