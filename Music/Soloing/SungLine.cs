namespace GpuJazz.Music;

/// <summary>The pitches of tokens that name them, in a register.</summary>
internal static class SungLine
{
    /// <summary>Moves a line into a register.</summary>
    /// <param name="pitches">The line's pitches as its tokens name them.</param>
    /// <param name="register">Where it is to lie.</param>
    /// <returns>
    /// Each pitch, moved by as many octaves as the one before it if that is in the register: where a line leaves it, all that follows is
    /// played an octave higher or lower, until that leaves it too. So of the line's steps few are changed, and those by an octave.
    /// </returns>
    public static IReadOnlyList<(int Pitch, Placement Placement)> In(IEnumerable<int> pitches, Register register)
    {
        var moved = 0;
        List<(int, Placement)> line = [];
        foreach (var pitch in pitches)
        {
            var there = register.Nearest(pitch + moved);
            moved = there - pitch;
            line.Add((there, moved == 0 ? Placement.AsWritten : Placement.OctaveMoved));
        }

        return line;
    }
}
