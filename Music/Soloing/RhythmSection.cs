namespace GpuJazz.Music;

/// <summary>Everything that sounds under a solo.</summary>
/// <param name="Chords">The piano.</param>
/// <param name="Bass">The bass.</param>
/// <param name="Drums">The drums.</param>
internal sealed record RhythmSection(IReadOnlyList<Chord> Chords, IReadOnlyList<Note> Bass, IReadOnlyList<Note> Drums)
{
    /// <summary>Plays under a solo. Each player has random numbers of its own: leaving one out changes only what the piano doubles.</summary>
    /// <param name="changes">The changes, played from the first measure and repeated.</param>
    /// <param name="measures">How many measures to play.</param>
    /// <param name="isSwung">Whether off-beats are the last third of a beat and not its second half.</param>
    /// <param name="players">Who plays.</param>
    /// <param name="seed">The solo's seed.</param>
    /// <returns>What they play, from the first measure to the end of the last.</returns>
    public static RhythmSection Play(Changes changes, int measures, bool isSwung, Accompaniment players, int seed)
    {
        var hasBass = players.HasFlag(Accompaniment.Bass);
        return new RhythmSection(
            players.HasFlag(Accompaniment.Piano)
                ? Comping.Play(changes, measures, isSwung, hasBass, new SeededRandom(seed, RandomPurpose.Comping)) : [],
            hasBass ? WalkingBass.Play(changes, measures, new SeededRandom(seed, RandomPurpose.Bass)) : [],
            players.HasFlag(Accompaniment.Drums)
                ? RideCymbal.Play(changes.MeasureLength, measures, isSwung, new SeededRandom(seed, RandomPurpose.RideCymbal)) : []);
    }
}
