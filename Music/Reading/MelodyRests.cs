namespace GpuJazz.Music;

/// <summary>Makes rests of the gaps in a voice.</summary>
public static class MelodyRests
{
    /// <summary>A voice with a rest, exactly as long as the gap, wherever an element ends before the next begins.</summary>
    /// <param name="voice">The voice by start. Before its first element and after its last there is no gap.</param>
    /// <returns>The same elements with the rests between them. Rests are not quantised and not split at bar lines.</returns>
    public static IReadOnlyList<MelodyEvent> Between(IReadOnlyList<MelodyEvent> voice)
    {
        List<MelodyEvent> filled = [];
        foreach (var element in voice)
        {
            if (filled.Count > 0 && filled[^1].End < element.Start)
                filled.Add(new MelodyEvent(filled[^1].End, element.Start - filled[^1].End, null));
            filled.Add(element);
        }

        return filled;
    }
}
