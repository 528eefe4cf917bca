using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Host.Learned;
using GpuJazz.Music;

namespace GpuJazz.Host.Improvising;

/// <summary>Keeps solos from copying long passages of the tunes that a model learned.</summary>
/// <param name="search">Finds what a solo copies.</param>
/// <param name="most">The most notes in a row that it may copy: the same intervals in the same rhythm, in any key.</param>
internal sealed class CopyGuard(CopySearch search, int most)
{
    /// <summary>The most notes in a row that are copied where nothing else is asked for.</summary>
    public const int UsualMost = 12;

    private const int MostTries = 32;

    /// <summary>The most notes in a row that a solo may copy.</summary>
    public int Most => most;

    /// <summary>How many solos were drawn again, in part or as a whole.</summary>
    public int Redrawn { get; private set; }

    /// <summary>The guard of a model's solos.</summary>
    /// <param name="learned">What the model learned.</param>
    /// <param name="paths">The tunes that it learned; none where they may be those that come with the program.</param>
    /// <param name="most">The most notes in a row.</param>
    /// <param name="terminal">Where files that can't be read are named.</param>
    /// <returns>The guard; null if the tunes are not at hand.</returns>
    public static CopyGuard? Of(LearnedTunes learned, IReadOnlyList<string> paths, int most, Terminal terminal)
    {
        // Tunes that were held out were not learned, and can't be copied.
        TuneSource[] sources = [.. TuneFinder.Find(paths, "--corpus").Where(source => !learned.HeldOut.Contains(source.Name))];
        if (paths.Count == 0 && !AreLearned(sources, learned)) return null;
        var melodies = new CopySources();
        CorpusReader.Read(sources, new CorpusOptions(learned.Reading), terminal, (_, inKeys) => melodies.Add(inKeys[0].Tune));
        return new CopyGuard(new CopySearch(melodies), most);
    }

    /// <summary>The longest passage that the model's own part of a solo copies; null if it copies none.</summary>
    /// <param name="solo">The solo.</param>
    public CopiedPassage? Longest(MadeSolo solo) => solo.Own.Select(own => search.Longest(own.Solo)).MaxBy(copy => copy?.Notes ?? 0);

    /// <summary>The solo, or one that takes another way where it would copy too much.</summary>
    /// <param name="solo">The solo.</param>
    /// <param name="again">Draws it again from the note of its melody on whose number is given; the second number tells one try from the next.</param>
    /// <returns>A solo that copies no more than it may; null if no try makes one.</returns>
    public MadeSolo? Cleared(MadeSolo solo, Func<MadeSolo, int, int, MadeSolo>? again)
    {
        for (var (current, attempt) = (solo, 0); ; attempt++)
        {
            if (Longest(current) is not { } copy || copy.Notes <= most) return current;
            if (again is null || attempt == MostTries) return null;
            if (attempt == 0) Redrawn++;

            // Where the same way is taken again and again, the way there must change too.
            current = again(current, attempt % 4 == 3 ? 0 : copy.FirstNote, attempt);
        }
    }

    // A tune that was learned in another key has that in its name.
    private static bool AreLearned(TuneSource[] sources, LearnedTunes learned) =>
        learned.Tunes.Count == sources.Length
        && learned.Tunes.Zip(sources).All(pair => pair.First.Name == pair.Second.Name || pair.First.Name.StartsWith(pair.Second.Name + " in ", StringComparison.Ordinal));
}
