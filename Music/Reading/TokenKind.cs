namespace GpuJazz.Music;

/// <summary>Which words a melody is told in.</summary>
public enum TokenKind
{
    /// <summary><see cref="Token"/>: what a note is to its chord, its length, and about how far it is from the note before.</summary>
    DeepJazz,

    /// <summary><see cref="AbsoluteToken"/>: a note's pitch, its length, and its place in the bar.</summary>
    Absolute,
}
