namespace GpuJazz.Music;

/// <summary>A note that sounds.</summary>
/// <param name="Start">When it begins, from the start of the tune or solo.</param>
/// <param name="Length">How long it lasts; greater than zero.</param>
/// <param name="Pitch">MIDI note number, 0 to 127; 60 is middle C.</param>
/// <param name="Velocity">MIDI velocity, 1 to 127.</param>
public readonly record struct Note(Beats Start, Beats Length, int Pitch, int Velocity = 90)
{
    /// <summary>When it ends.</summary>
    public Beats End => Start + Length;
}
