namespace GpuJazz.Music;

/// <summary>A part of a MIDI file: a track that contains notes.</summary>
/// <param name="Index">Its number among the parts, from 0.</param>
/// <param name="Name">The track's name, or an empty string.</param>
/// <param name="Notes">How many notes it has.</param>
/// <param name="LowestPitch">The lowest MIDI note number.</param>
/// <param name="HighestPitch">The highest MIDI note number.</param>
/// <param name="IsDrums">Whether its notes are on the percussion channel (10).</param>
/// <param name="Role">What it was taken for.</param>
public sealed record Part(int Index, string Name, int Notes, int LowestPitch, int HighestPitch, bool IsDrums, PartRole Role)
{
    /// <summary>How much it is like a melody and why; null for drums.</summary>
    public PartJudgement? Judgement { get; init; }
}

/// <summary>How much a part is like a melody.</summary>
/// <param name="Score">From 0, not at all, to 1; a little beyond where the part's name speaks for or against it.</param>
/// <param name="OnsetsPerBeat">How often it strikes something, where it plays.</param>
/// <param name="Together">The share of its sounding time in which two or more of its notes sound, 0 to 1.</param>
/// <param name="Coverage">The share of the measures in which it plays, 0 to 1.</param>
/// <param name="Reasons">What speaks for it and against it, in words.</param>
public sealed record PartJudgement(double Score, double OnsetsPerBeat, double Together, double Coverage, string Reasons);

/// <summary>What a part was taken for.</summary>
public enum PartRole
{
    /// <summary>Not used.</summary>
    None,

    /// <summary>The melody is read from it.</summary>
    Melody,

    /// <summary>The chords are read from it.</summary>
    Chords,

    /// <summary>The bass under the chords is read from it.</summary>
    Bass,

    /// <summary>The melody is its upper voice, and the chords are read from the rest.</summary>
    MelodyAndChords,
}
