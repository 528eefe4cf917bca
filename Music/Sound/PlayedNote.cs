namespace GpuJazz.Music;

/// <summary>A note as it is heard: in seconds, with all that the file's controllers made of it.</summary>
/// <param name="Start">When it is struck, in seconds from the start.</param>
/// <param name="End">When it is let go, in seconds from the start; not before <paramref name="Start"/>.</param>
/// <param name="Pitch">MIDI note number, 0 to 127; on drums, General MIDI's number of the drum.</param>
/// <param name="Velocity">MIDI velocity, 1 to 127.</param>
/// <param name="Program">General MIDI program, 0 to 127.</param>
public readonly record struct PlayedNote(double Start, double End, int Pitch, int Velocity, int Program)
{
    /// <summary>Whether it is on the percussion channel, where a pitch is a drum and the program means nothing.</summary>
    public bool IsDrum { get; init; }

    /// <summary>Whether it accompanies: played softer and more gently than a note of a melody.</summary>
    public bool IsAccompaniment { get; init; }

    /// <summary>What its channel's volume and expression make of its amplitude: 1 leaves it.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>Where it stands: −1 left, 0 in the middle, 1 right.</summary>
    public double Pan { get; init; }
}
