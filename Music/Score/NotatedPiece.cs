namespace GpuJazz.Music;

/// <summary>A written note or rest: a sound longer than one note value is several, tied.</summary>
/// <param name="Start">When it begins, from the start of its measure.</param>
/// <param name="Length">How long it lasts.</param>
/// <param name="Pitch">MIDI note number, or null for a rest.</param>
/// <param name="Type">The note value's name: <c>quarter</c>, <c>eighth</c>.</param>
/// <param name="IsDotted">Whether it lasts half as long again.</param>
/// <param name="IsTriplet">Whether three are played in the time of two.</param>
internal readonly record struct NotatedPiece(Beats Start, Beats Length, int? Pitch, string Type, bool IsDotted, bool IsTriplet)
{
    /// <summary>Whether it goes on from the note before.</summary>
    public bool IsTiedBack { get; init; }

    /// <summary>Whether the next goes on from it.</summary>
    public bool IsTiedOn { get; init; }

    /// <summary>When it ends.</summary>
    public Beats End => Start + Length;

    /// <summary>Whether a triplet's bracket begins with it: it is the first of its beat.</summary>
    public bool BeginsBracket => IsTriplet && Start.Twelfths % Beats.PerQuarter == 0;

    /// <summary>Whether a triplet's bracket ends with it: it is the last of its beat, or of its measure.</summary>
    public bool EndsBracket { get; init; }
}
