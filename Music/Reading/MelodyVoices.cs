namespace GpuJazz.Music;

/// <summary>Parts a melody into voices of which each plays one thing at a time, and joins them again.</summary>
public static class MelodyVoices
{
    /// <summary>Puts each element, by start and then in the order of reading, in the first voice whose last element has ended.</summary>
    /// <param name="elements">Notes in the order of reading; of a chord the highest pitch is the melody.</param>
    /// <returns>The voices; none if there are no elements.</returns>
    public static IReadOnlyList<IReadOnlyList<MelodyEvent>> Split(IEnumerable<Chord> elements)
    {
        List<List<MelodyEvent>> voices = [];
        foreach (var element in elements.OrderBy(element => element.Start))
        {
            var voice = voices.Find(voice => voice[^1].End <= element.Start);
            if (voice is null) voices.Add(voice = []);
            voice.Add(new MelodyEvent(element.Start, element.Length, element.Pitches.Max()));
        }

        return voices;
    }

    /// <summary>All voices by start; at one start the first voice comes first.</summary>
    /// <param name="voices">The voices, each by start.</param>
    /// <returns>One melody.</returns>
    public static IReadOnlyList<MelodyEvent> Merge(IEnumerable<IReadOnlyList<MelodyEvent>> voices) =>
        [.. voices.SelectMany(voice => voice).OrderBy(element => element.Start)];
}
