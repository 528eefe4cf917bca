namespace GpuJazz.Music;

/// <summary>Writes the names of a solo's chords above the bars of its piano roll.</summary>
internal static class ChordNames
{
    // About the width of a letter, and the space that keeps two names apart.
    private const double Letter = 7.6;
    private const double Space = 6;

    /// <summary>Writes each chord where it begins, and what sounds on at the start of each system; what has no name or no room is left out.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="solo">The solo.</param>
    /// <param name="layout">Where things stand.</param>
    public static void Draw(SvgWriter svg, Solo solo, RollLayout layout)
    {
        var changes = Progression.Of(solo);
        var ends = changes.Skip(1).Select(chord => chord.Start).Append(layout.SystemLength * layout.Systems);
        var free = new double[layout.Systems];
        foreach (var (chord, end) in changes.Zip(ends))
        {
            if (ChordTemplates.Naming(chord.Pitches) is not { } symbol) continue;
            var name = symbol.Text.Replace('b', '♭').Replace('#', '♯');
            foreach (var (system, start, _) in layout.Pieces(chord.Start, end))
            {
                var x = layout.X(start) + Space;
                if (x < free[system]) continue;
                svg.Text("chord-name", x, layout.GridTop(system) - 7, name);
                free[system] = x + (name.Length * Letter) + Space;
            }
        }
    }
}
