using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>How loud the notes of a played solo are, on the average over many seeds.</summary>
public sealed class DynamicsTests
{
    private static readonly string[] phrases = [.. Enumerable.Range(0, 60).Select(i => i % 15 == 14 ? "R,0.500" : "C,0.250,<P4,P-4>")];
    private static readonly Note[][] lines = [.. Enumerable.Range(0, 40).Select(seed => Line(phrases, seed))];

    [Fact]
    public void The_second_half_of_a_beat_is_accented() =>
        Assert.InRange(Mean((line, i) => line[i].Start.Twelfths % 12 == 6) - Mean((line, i) => line[i].Start.Twelfths % 12 == 0), 4, 14);

    [Fact]
    public void The_second_of_two_swung_eighths_is_accented()
    {
        string[] tokens = [.. Enumerable.Repeat((string[])["S,0.667", "S,0.333"], 8).SelectMany(pair => pair)];
        var notes = Enumerable.Range(0, 40).SelectMany(seed => Line(tokens, seed)[1..^1])
            .ToLookup(note => note.Start.Twelfths % 12, note => note.Velocity);
        Assert.InRange(notes[8].Average() - notes[0].Average(), 1, 8);
    }

    [Fact]
    public void A_crest_is_louder_than_a_note_on_the_way() =>
        Assert.InRange(Mean((line, i) => IsTurn(line, i, 1)) - Mean((line, i) => IsOnTheWay(line, i)), 5, 20);

    [Fact]
    public void A_short_low_note_between_the_beats_is_a_ghost()
    {
        var ghosts = Mean((line, i) => IsTurn(line, i, -1) && line[i].Start.Twelfths % 6 == 3);
        Assert.InRange(ghosts - Mean((line, i) => IsOnTheWay(line, i)), -35, -10);
    }

    [Fact]
    public void The_highest_note_of_a_phrase_is_its_loudest_crest()
    {
        var all = lines.SelectMany(Phrases).ToArray();
        var peaks = all.Count(phrase => phrase.MaxBy(note => note.Velocity).Pitch == phrase.Max(note => note.Pitch));
        // Of fifteen notes any one would be the loudest in a fifteenth of the phrases.
        Assert.True(peaks > 0.4 * all.Length, $"{peaks} of {all.Length}");
    }

    [Fact]
    public void A_long_note_is_louder_than_a_short_one()
    {
        // Both off the accents: the one thing that differs is the length.
        var loud = Enumerable.Range(0, 40).Average(seed => Line(["C,0.500", "R,1.000"], seed)[0].Velocity);
        var soft = Enumerable.Range(0, 40).Average(seed => Line(["C,0.250", "R,1.000"], seed)[0].Velocity);
        Assert.InRange(loud - soft, 3, 7);
    }

    private static double Mean(Func<Note[], int, bool> isOne) =>
        lines.SelectMany(line => Enumerable.Range(1, line.Length - 2)
            .Where(i => IsInside(line, i) && isOne(line, i))
            .Select(i => line[i].Velocity)).Average();

    // Neither the first nor the last of a phrase.
    private static bool IsInside(Note[] line, int i) =>
        line[i].Start - line[i - 1].Start == Beats.Sixteenth && line[i + 1].Start - line[i].Start == Beats.Sixteenth;

    private static bool IsTurn(Note[] line, int i, int direction) =>
        Math.Sign(line[i].Pitch - line[i - 1].Pitch) == direction && Math.Sign(line[i].Pitch - line[i + 1].Pitch) == direction;

    private static bool IsOnTheWay(Note[] line, int i) =>
        Math.Sign(line[i].Pitch - line[i - 1].Pitch) * Math.Sign(line[i + 1].Pitch - line[i].Pitch) > 0;

    private static IEnumerable<IEnumerable<Note>> Phrases(Note[] line) => line.GroupBy(note => note.Start.Twelfths / 48);

    private static Note[] Line(string[] tokens, int seed) =>
        [.. SoloRealizer.Realize(tokens, Tunes.Of(1, 48, 52, 55, 58), new SoloSettings(Seed: seed)).Solo.Melody];
}
