using System.Runtime.CompilerServices;
using GpuJazz.Music;

namespace GpuJazz.Tests.Evaluation;

public sealed class CopySearchTests
{
    private static readonly Tune[] Learned = [Tune("first", 1, bar: 0, notes: 40), Tune("second", 2, bar: 3, notes: 60), Tune("third", 3, bar: 0, notes: 1)];

    [Fact]
    public void A_planted_copy_is_found_with_its_tune_and_bars_and_key()
    {
        // 9 notes from the 17th of "second" on, which is in its fifth bar and in the file's eighth, seven semitones higher.
        var solo = Planted(TuneMelody.Of(Learned[1]).Melody.Skip(16).Take(9), at: 5 * 48, transposition: 7);
        var longest = Search(Learned).Longest(solo)!;
        var original = TuneMelody.Of(Learned[1]).Melody[16];
        Assert.Equal((9, "second", original.Start.DividedBy(Beats.Quarters(4)) + 4, 7), (longest.Notes, longest.Tune, longest.TuneBar, longest.Transposition));
        Assert.Equal(original.Pitch + 7, solo.Melody[longest.FirstNote].Pitch);
        Assert.Equal(solo.Melody[longest.FirstNote].Start.DividedBy(Beats.Quarters(4)) + 1, longest.Bar);
        Assert.Equal($"9 notes from bar {longest.Bar} on are from second, bar {longest.TuneBar}, 7 semitones up", longest.ToString());
    }

    [Fact]
    public void How_long_notes_are_held_and_whether_they_are_swung_does_not_matter()
    {
        Note[] even = [.. Enumerable.Range(0, 12).Select(i => new Note(new(6 * i), new(6), 60 + (i * i % 7)))];
        Note[] swung = [.. even.Select(note => note with { Start = new(note.Start.Twelfths % 12 == 6 ? note.Start.Twelfths + 2 : note.Start.Twelfths), Length = new(2) })];
        Assert.Equal(12, Search(Tune("even", even, 0)).Longest(Solo(swung))!.Notes);
    }

    [Fact]
    public void A_copy_does_not_cross_from_one_tune_into_the_next()
    {
        Note[] both = [.. TuneMelody.Of(Learned[0]).Melody, .. Shifted(TuneMelody.Of(Learned[1]).Melody, TuneMelody.Of(Learned[0]).End)];
        var search = Search(Learned);
        Assert.Equal(60, search.Longest(Solo(both))!.Notes);
        Assert.Equal([("first", 40), ("second", 60)], search.All(Solo(both), 10).Select(passage => (passage.Tune, passage.Notes)));
    }

    [Fact]
    public void Passages_don_t_overlap_and_short_ones_are_left_out()
    {
        var search = Search(Learned);
        for (var seed = 0; seed < 20; seed++)
        {
            var passages = search.All(Solo(Line(seed, 80)), 3);
            Assert.All(passages, passage => Assert.True(passage.Notes >= 3));
            Assert.All(passages.Zip(passages.Skip(1)), pair => Assert.True(pair.First.FirstNote + pair.First.Notes <= pair.Second.FirstNote));
            Assert.Equal(search.Longest(Solo(Line(seed, 80)))!.Notes, passages.Max(passage => passage.Notes));
        }
    }

    [Fact]
    public void The_longest_is_what_looking_at_every_pair_of_places_finds()
    {
        var search = Search(Learned);
        for (var seed = 10; seed < 16; seed++)
        {
            var line = Line(seed, 50);
            var most = Learned.SelectMany(tune => Enumerable.Range(0, line.Length).SelectMany(i =>
                Enumerable.Range(0, TuneMelody.Of(tune).Melody.Count).Select(j => Common(line[i..], [.. TuneMelody.Of(tune).Melody.Skip(j)])))).Max();
            Assert.Equal(most, search.Longest(Solo(line))!.Notes);
        }
    }

    [Fact]
    public void There_is_no_copy_without_notes_or_tunes()
    {
        Assert.Null(Search(Learned).Longest(Solo([])));
        Assert.Empty(Search(Learned).All(Solo([]), 6));
        Assert.Null(Search().Longest(Solo(Line(1, 20))));
        Assert.Empty(Search(Learned[2]).All(Solo(Line(1, 20)), 2));
    }

    [Fact]
    public void Nothing_of_a_tune_is_kept_but_what_the_search_needs()
    {
        var sources = new CopySources();
        var tune = Added(sources);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(tune.IsAlive);
        var longest = new CopySearch(sources).Longest(Solo(Line(1, 40)))!;
        Assert.Equal(("first", 40), (longest.Tune, longest.Notes));

        // The tune must be in no frame that is still there.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Added(CopySources sources)
        {
            var tune = Tune("first", 1, bar: 0, notes: 40);
            sources.Add(tune);
            return new WeakReference(tune);
        }
    }

    private static CopySearch Search(params Tune[] tunes)
    {
        var sources = new CopySources();
        foreach (var tune in tunes) sources.Add(tune);
        return new CopySearch(sources);
    }

    private static int Common(Note[] one, Note[] other)
    {
        var notes = 1;
        while (notes < one.Length && notes < other.Length
            && one[notes].Pitch - one[notes - 1].Pitch == other[notes].Pitch - other[notes - 1].Pitch
            && (one[notes].Start - one[notes - 1].Start) == (other[notes].Start - other[notes - 1].Start)) notes++;
        return notes;
    }

    // Steps of few kinds, so that chance copies are there too.
    private static Note[] Line(int seed, int notes)
    {
        var random = new Random(seed);
        var (time, pitch) = (0, 66);
        return [.. Enumerable.Range(0, notes).Select(_ => new Note(new(time += 6 * random.Next(1, 3)), new(6), pitch = Math.Clamp(pitch + random.Next(-2, 3), 50, 90)))];
    }

    private static Solo Planted(IEnumerable<Note> notes, int at, int transposition)
    {
        Note[] copied = [.. notes];
        return Solo(
        [
            .. MeasureTests.Melody((0, 61), (5, 83), (7, 62)),
            .. Shifted(copied, new Beats(at + copied[0].Start.Twelfths % 12) - copied[0].Start).Select(note => note with { Pitch = note.Pitch + transposition }),
            .. MeasureTests.Melody((9 * 48, 100), (9 * 48 + 1, 20)),
        ]);
    }

    private static IEnumerable<Note> Shifted(IEnumerable<Note> notes, Beats by) => notes.Select(note => note with { Start = note.Start + by });

    private static Solo Solo(Note[] melody) => new(melody, [], Beats.Quarters(4), 120);

    private static Tune Tune(string name, int seed, int bar, int notes) => Tune(name, Line(seed, notes), bar);

    private static Tune Tune(string name, Note[] melody, int bar) => new(
        name,
        MeasureGrouping.Group(
            Enumerable.Range(bar, melody[^1].Start.DividedBy(Beats.Quarters(4)) + 1),
            [.. melody.Select(note => new MelodyEvent(note.Start + (Beats.Quarters(4) * bar), note.Length, note.Pitch))],
            [new Chord(Beats.Quarters(4) * bar, Beats.Quarters(4), [48, 52, 55])],
            Beats.Quarters(4)),
        Beats.Quarters(4),
        120,
        []);
}
