namespace GpuJazz.Music;

/// <summary>One thing in a melody: a note or a rest.</summary>
/// <param name="Start">When it begins, from the start of the tune.</param>
/// <param name="Length">How long it lasts; greater than zero.</param>
/// <param name="Pitch">MIDI note number, or null for a rest.</param>
public readonly record struct MelodyEvent(Beats Start, Beats Length, int? Pitch)
{
    /// <summary>Whether nothing sounds.</summary>
    public bool IsRest => Pitch is null;

    /// <summary>When it ends.</summary>
    public Beats End => Start + Length;
}
