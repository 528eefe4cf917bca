namespace GpuJazz.Music;

/// <summary>A part of a MIDI file: a track that contains notes.</summary>
/// <param name="Index">Its number among the parts, from 0.</param>
/// <param name="Name">The track's name, or an empty string.</param>
/// <param name="Notes">How many notes it has.</param>
/// <param name="LowestPitch">The lowest MIDI note number.</param>
/// <param name="HighestPitch">The highest MIDI note number.</param>
/// <param name="IsDrums">Whether its notes are on the percussion channel (10).</param>
/// <param name="Role">What it was taken for.</param>
public sealed record Part(int Index, string Name, int Notes, int LowestPitch, int HighestPitch, bool IsDrums, PartRole Role);

/// <summary>What a part was taken for.</summary>
public enum PartRole
{
    /// <summary>Not used.</summary>
    None,

    /// <summary>The melody is read from it.</summary>
    Melody,

    /// <summary>The chords are read from it.</summary>
    Chords,
}
