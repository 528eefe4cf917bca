namespace GpuJazz.Music;

/// <summary>Chord symbols as they are played: each sounds until the next and is struck again at every bar line.</summary>
internal static class ChordTrack
{
    /// <summary>Plays chord symbols.</summary>
    /// <param name="bars">The bars in the order of playing: when each begins, how long it lasts, in ticks, and its chords by start.</param>
    /// <returns>The chords by start.</returns>
    public static List<StruckNotes> Of(IEnumerable<(long Start, long Length, IReadOnlyList<PlacedChord> Chords)> bars)
    {
        var chords = new List<StruckNotes>();
        IReadOnlyList<int> sounding = [];
        foreach (var bar in bars)
        {
            var from = 0L;
            foreach (var chord in bar.Chords)
            {
                Strike(chord.Start);
                sounding = ChordVoicing.After(sounding, chord.Symbol);
            }

            Strike(bar.Length);

            void Strike(long until)
            {
                if (until > from && sounding.Count > 0) chords.Add(new StruckNotes(bar.Start + from, bar.Start + until, sounding));
                from = until;
            }
        }

        return chords;
    }
}
