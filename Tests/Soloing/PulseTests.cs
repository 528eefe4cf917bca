using GpuJazz.Music;

namespace GpuJazz.Tests.Soloing;

/// <summary>Where in their beats the notes of a played solo begin.</summary>
public sealed class PulseTests
{
    [Fact]
    public void Swung_eighths_stay_long_and_short_after_an_odd_third()
    {
        string[] tokens = ["C,0.333", .. Repeat(4, "C,0.667", "C,0.333"), "C,0.333", .. Repeat(4, "C,0.667", "C,0.333")];
        var (solo, summary) = Play(tokens);
        Assert.All(solo.Melody.SkipLast(1), note => Assert.Equal(note.Length.Twelfths == 8 ? 0 : 8, Place(note)));
        Assert.Equal((18, 2), (solo.Melody.Count, summary.NotesDelayed));
        Assert.Contains("2 delayed", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Swung_eighths_and_triplets_that_are_in_time_are_left_there()
    {
        string[] tokens =
        [
            "C,0.667", "C,0.333", "C,0.333", "C,0.333", "C,0.333", "C,1.667", "C,0.333", "C,1.000", "C,0.667", "C,1.333", "C,1.000",
        ];
        var (solo, summary) = Play(tokens);
        Assert.Equal([0, 8, 12, 16, 20, 24, 44, 48, 60, 68, 84], solo.Melody.Select(note => note.Start.Twelfths));
        Assert.Equal(0, summary.NotesDelayed);
    }

    [Fact]
    public void A_straight_line_comes_back_to_its_sixteenths_after_a_note_of_a_third()
    {
        string[] tokens = ["C,0.250", "C,0.333", "C,0.250", "C,0.250", "C,0.500", "C,0.250", "C,0.250"];
        Assert.Equal([0, 3, 9, 12, 15, 21, 24], Play(tokens).Solo.Melody.Select(note => note.Start.Twelfths));
    }

    [Fact]
    public void Rests_keep_their_lengths_and_notes_after_them_find_the_beat()
    {
        string[] tokens = ["C,0.667", "R,0.333", "R,0.083", "C,0.667", "C,0.333", "R,0.667", "C,0.333"];
        var (solo, summary) = Play(tokens);
        Assert.Equal([0, 24, 32, 44], solo.Melody.Select(note => note.Start.Twelfths));
        Assert.Equal(1, summary.NotesDelayed);
    }

    private static string[] Repeat(int times, params string[] tokens) => [.. Enumerable.Repeat(tokens, times).SelectMany(pair => pair)];

    private static int Place(Note note) => note.Start.Twelfths % Beats.PerQuarter;

    private static RealizedSolo Play(string[] tokens) => SoloRealizer.Realize(tokens, Tunes.TwoFive, new SoloSettings());
}
