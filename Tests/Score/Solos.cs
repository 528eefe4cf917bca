using GpuJazz.Music;

namespace GpuJazz.Tests.Score;

/// <summary>Solos for tests.</summary>
internal static class Solos
{
    /// <summary>Five measures: a line with a triplet, a rest, and a note over a bar line; a chord a measure.</summary>
    public static Solo Small { get; } = new(
        [
            new(new(0), new(6), 72, 80), new(new(6), new(6), 74, 60), new(new(12), new(4), 75, 90), new(new(16), new(4), 74, 70),
            new(new(20), new(4), 72, 70), new(new(36), new(24), 79, 110), new(new(96), new(12), 67, 50), new(new(186), new(18), 70, 127),
        ],
        [
            .. Enumerable.Range(0, 5)
                .Select(i => new Chord(Beats.Quarters(4 * i), Beats.Quarters(4), i % 2 == 0 ? [48, 55, 63, 70] : [53, 57, 63, 69])),
        ],
        Beats.Quarters(4),
        130);

    /// <summary>Anything a solo may be, with notes and chords that overlap in every way.</summary>
    public static Solo Random(int seed)
    {
        var random = new Random(seed);
        int[] measures = [48, 36, 42, 24, 15];
        var melody = Enumerable.Range(0, random.Next(1, 60))
            .Select(_ => new Note(new(random.Next(200)), new(random.Next(1, 50)), random.Next(60, 72), random.Next(1, 128)))
            .OrderBy(note => note.Start);
        var chords = Enumerable.Range(0, random.Next(10))
            .Select(_ => new Chord(new(random.Next(100)), new(random.Next(1, 60)), Pitches(random)))
            .OrderBy(chord => chord.Start);
        var (measure, tempo) = (new Beats(measures[random.Next(measures.Length)]), random.Next(400, 30000) / 100.0);
        return new Solo([.. melody.DistinctBy(Crowd)], [.. chords.Select(chord => chord with { Velocity = random.Next(1, 128) })], measure, tempo)
        {
            Bass = [.. Walk(random, 28)],
            Drums = [.. Walk(random, 35)],
            BassProgram = 32,
            MelodyProgram = random.Next(128),
            ChordProgram = random.Next(128),
        };
    }

    /// <summary>Of one pitch at most a few overlap, so that the channels suffice.</summary>
    private static (int, int) Crowd(Note note) => (note.Pitch, note.Start.Twelfths / 20);

    private static IEnumerable<Note> Walk(Random random, int lowest) => Enumerable.Range(0, random.Next(20))
        .Select(i => new Note(new(12 * i), new(random.Next(1, 13)), lowest + random.Next(20), random.Next(1, 128)));

    private static List<int> Pitches(Random random)
    {
        var pitches = Enumerable.Range(40, 40).ToArray();
        random.Shuffle(pitches);
        return [.. pitches.Take(random.Next(1, 6))];
    }
}
