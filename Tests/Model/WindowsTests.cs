using System.Text.Json;
using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class WindowsTests
{
    [SharedDataTheory]
    [InlineData("78")]
    [InlineData("90")]
    public void Published_window_starts_are_drawn_again(string corpus)
    {
        using var golden = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("golden/metheny.json")));
        var expected = golden.RootElement.GetProperty(corpus);
        var tune = new int[expected.GetProperty("corpus_length").GetInt32()];

        var windows = Windows.Draw([tune], 60, 30, 0);

        Assert.Equal(expected.GetProperty("window_starts").EnumerateArray().Select(start => start.GetInt32()), windows.Starts.Select(start => start.Offset));
        Assert.Equal(60, windows.Count);
    }

    [Fact]
    public void Targets_are_the_inputs_one_token_later_and_both_ends_are_empty()
    {
        var tune = Enumerable.Range(100, 50).ToArray();

        var windows = Windows.Draw([tune], 7, 5, 1);

        for (var i = 0; i < 7; i++)
        {
            var first = tune[windows.Starts[i].Offset];
            Assert.Equal([-1, first + 1, first + 2, first + 3, first + 4], Column(windows.Inputs, i, 7));
            Assert.Equal([first + 1, first + 2, first + 3, first + 4, -1], Column(windows.Targets, i, 7));
        }
    }

    [Fact]
    public void Windows_stay_within_a_tune_and_reach_every_start_of_every_tune_that_is_long_enough()
    {
        int[][] tunes = [[0, 1, 2, 3, 4, 5], [10, 11, 12], [], [20, 21, 22, 23, 24], [30, 31, 32, 33]];

        var windows = Windows.Draw(tunes, 200, 4, 5);

        WindowStart[] possible = [new(0, 0), new(0, 1), new(3, 0)];
        Assert.Equal(possible, windows.Starts.Distinct().OrderBy(start => start.Tune).ThenBy(start => start.Offset));
        for (var i = 0; i < windows.Count; i++)
            Assert.Single(Column(windows.Inputs, i, 200).Skip(1).Select(token => token / 10).Distinct());
    }

    [Fact]
    public void One_tune_has_as_many_starts_as_tokens_beyond_the_window()
    {
        Assert.All(Windows.Draw([[5, 6, 7, 8]], 20, 3, 2).Starts, start => Assert.Equal(new WindowStart(0, 0), start));
    }

    [Fact]
    public void Another_seed_draws_other_windows()
    {
        var tune = new int[193];

        Assert.NotEqual(Windows.Draw([tune], 60, 30, 0).Starts, Windows.Draw([tune], 60, 30, 1).Starts);
    }

    [Fact]
    public void A_batch_holds_the_chosen_windows_in_the_chosen_order()
    {
        var windows = Windows.Draw([Enumerable.Range(0, 40).ToArray()], 6, 4, 9);
        int[] members = [5, 0, 3];
        var (inputs, targets) = (new int[12], new int[12]);

        windows.CopyBatch(members, inputs, targets);

        for (var i = 0; i < members.Length; i++)
        {
            Assert.Equal(Column(windows.Inputs, members[i], 6), Column(inputs, i, 3));
            Assert.Equal(Column(windows.Targets, members[i], 6), Column(targets, i, 3));
        }
    }

    [Fact]
    public void A_corpus_without_a_long_enough_tune_is_refused_with_what_to_change()
    {
        var error = Assert.Throws<ModelException>(() => Windows.Draw([new int[30], new int[7]], 60, 30, 0));

        Assert.Equal("--steps 30 needs a tune of at least 31 tokens, and the longest has 30: add longer tunes with --data, or lower --steps to 29 or less", error.Message);
        Assert.DoesNotContain("lower", Assert.Throws<ModelException>(() => Windows.Draw([], 60, 30, 0)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int> Column(int[] matrix, int column, int columns) =>
        matrix.Where((_, index) => index % columns == column);
}
