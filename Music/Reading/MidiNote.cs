namespace GpuJazz.Music;

/// <summary>A note as a track holds it, in ticks.</summary>
/// <param name="On">The tick of its note-on.</param>
/// <param name="Off">The tick of its note-off; not before <paramref name="On"/>.</param>
/// <param name="Pitch">MIDI note number.</param>
/// <param name="Channel">MIDI channel, 0 to 15.</param>
public readonly record struct MidiNote(long On, long Off, int Pitch, int Channel)
{
    /// <summary>The channel of percussion, counted from 0.</summary>
    public const int DrumChannel = 9;
}
