using System.Text.Json.Nodes;
using GpuJazz.Host.Corpus;
using GpuJazz.Host.Display;
using GpuJazz.Host.Improvising;
using GpuJazz.Host.Learned;
using GpuJazz.Music;

namespace GpuJazz.Tests.Host;

/// <summary>Solos do not copy more notes in a row than they may.</summary>
public sealed class CopyGuardTests(SmallModel small) : IClassFixture<SmallModel>
{
    [Fact]
    public void No_solo_copies_more_than_it_may_and_others_stay_as_they_are()
    {
        using var folder = new TemporaryFolder();
        var free = Solos(folder, "--max-copy", "1000");
        var longest = free.Select(solo => (int)solo!["longest_copy"]!).ToArray();
        var most = longest.Max() - 1;
        Assert.True(most >= 3, "the model copies nothing: nothing is shown");
        var guarded = Solos(folder, "--max-copy", $"{most}");
        Assert.Equal(free.Count, guarded.Count);
        for (var i = 0; i < free.Count; i++)
        {
            Assert.InRange((int)guarded[i]!["longest_copy"]!, 0, most);
            Assert.Equal(longest[i] <= most, JsonNode.DeepEquals(free[i]!["tokens"], guarded[i]!["tokens"]));
        }

        // What the program finds itself is what it says.
        var evaluated = JsonNode.Parse(CommandRun.OutputOf(["evaluate", "--json", .. guarded.Select(solo => (string)solo!["files"]![0]!)]))!;
        Assert.Equal(
            guarded.Select(solo => (int)solo!["longest_copy"]!),
            evaluated["solos"]!.AsArray().Select(solo => (int?)solo!["longest_copy"]?["notes"] ?? 0));
    }

    [Fact]
    public void A_solo_that_is_drawn_again_keeps_what_comes_before_the_copy()
    {
        var guard = Guard(3);
        var tune = EmbeddedTunes.All[0].Read(new ReadingOptions(ReadingKind.Auto, RestsKind.Melody));
        var copied = Made([.. TuneMelody.Of(tune).Melody.Take(20)]);
        Assert.Equal((0, 20), (guard.Longest(copied)!.FirstNote, guard.Longest(copied)!.Notes));
        List<(int From, int Attempt)> tries = [];
        var cleared = guard.Cleared(copied, (made, from, attempt) =>
        {
            tries.Add((from, attempt));
            return Made([.. made.Realized.Solo.Melody.Take(from + 3), .. Odd(attempt)]);
        });
        Assert.InRange(guard.Longest(cleared!)?.Notes ?? 0, 0, 3);
        Assert.Equal(Enumerable.Range(0, tries.Count), tries.Select(each => each.Attempt));
        Assert.Equal(1, guard.Redrawn);
        Assert.Same(cleared, guard.Cleared(cleared!, (_, _, _) => throw new InvalidOperationException()));
    }

    [Fact]
    public void One_that_always_copies_is_given_up()
    {
        var tune = EmbeddedTunes.All[0].Read(new ReadingOptions(ReadingKind.Auto, RestsKind.Melody));
        var copied = Made([.. TuneMelody.Of(tune).Melody.Take(20)]);
        var tries = 0;
        Assert.Null(Guard(12).Cleared(copied, (made, _, _) => ++tries < 1000 ? made : throw new InvalidOperationException()));
        Assert.InRange(tries, 10, 100);
        Assert.Null(Guard(19).Cleared(copied, null));
        Assert.Same(copied, Guard(20).Cleared(copied, null));
    }

    [Fact]
    public void Where_the_tunes_are_not_at_hand_a_line_says_so_and_naming_them_helps()
    {
        using var folder = new TemporaryFolder();
        var tune = folder.File("tune.mid");
        CommandRun.OutputOf("inspect", "stairwell", "--export", tune);
        CommandRun.OutputOf([.. SmallModel.Train(folder.File("own"), "--data", tune)]);
        string[] generate = ["generate", "--model", folder.File("own/model.safetensors"), "--out", folder.File("solo.mid")];
        var blind = CommandRun.OutputOf(generate);
        Assert.StartsWith("The tunes that the model learned are not at hand", blind, StringComparison.Ordinal);
        Assert.DoesNotContain("not at hand", CommandRun.OutputOf([.. generate, "--corpus", tune]), StringComparison.Ordinal);
        Assert.Contains("in a row are copied (tune.mid, bar", CommandRun.OutputOf([.. generate, "--corpus", tune, "--max-copy", "12"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_solo_that_cannot_be_otherwise_is_refused_in_a_line()
    {
        using var folder = new TemporaryFolder();
        CommandRun.Of("generate", "--model", small.Path, "--sampling", "argmax", "--max-copy", "2", "--notes", "200", "--out", folder.File("solo.mid"))
            .MustFail(1, "copies more than 2 notes in a row", "--max-copy");
        Assert.Empty(folder.Names());
    }

    private static CopyGuard Guard(int most)
    {
        using var text = new StringWriter();
        var learned = new LearnedTunes(
            new Vocabulary(["C,1.000"]),
            [.. EmbeddedTunes.All.Select(tune => new NamedChanges(tune.Name, new Changes([[new Chord(default, new(48), [60])]], new(48))))],
            new ReadingOptions(ReadingKind.Auto, RestsKind.Melody),
            "");
        return CopyGuard.Of(learned, [], most, new Terminal(text, text))!;
    }

    // Four notes that are in no tune.
    private static IEnumerable<Note> Odd(int attempt) =>
        Enumerable.Range(0, 4).Select(i => new Note(new Beats(480 + (i * 17)), new Beats(5), 60 + (11 * (i % 2)) + attempt));

    private static MadeSolo Made(IReadOnlyList<Note> melody) => new(
        [],
        new RealizedSolo(
            new Solo(melody, [], new Beats(48), 120),
            new SoloSummary(SoloStyle.Played, 0, 1) { NotesPerSet = [melody.Count], Rests = 0, Placements = [0, 0, 0, 0] }));

    private JsonArray Solos(TemporaryFolder folder, params string[] options) =>
        JsonNode.Parse(CommandRun.OutputOf(["generate", "--model", small.Path, "--json", "--count", "40", "--out", folder.File("solo.mid"), .. options]))!["solos"]!
            .AsArray();
}
