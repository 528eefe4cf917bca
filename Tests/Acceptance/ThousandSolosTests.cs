using GpuJazz.Music;
using GpuJazz.Tests.Host;

namespace GpuJazz.Tests.Acceptance;

/// <summary>
/// A proof by numbers that can be repeated: a thousand solos over twenty progressions, read by a checker that shares no code with the
/// program. <c>dotnet test --filter Category=Proof</c> runs it alone.
/// </summary>
[Trait("Category", "Proof")]
public sealed class ThousandSolosTests(SmallModel small) : IClassFixture<SmallModel>
{
    private const int SolosEach = 50;
    private const int BeatsInBar = 4;

    public static TheoryData<string, int, string, int, int> Progressions
    {
        get
        {
            string[] charts =
            [
                "| Cm7 | F7 | Bbmaj7 | Ebmaj7 |", "| Am7b5 | D7b9 | Gm6 | % |", "| E7 | A7 | D7 | G7 |", "| Dm7 G7 | Em7 A7 |", "| Cmaj7 |",
                "| F#dim7 | Gm7 | C7sus4 | Fmaj7 |", "| Ab13 | G7#9 | Cm9 | % |", "| Bm7 E7 Amaj7 F#7 |", "| C6/9 | Db9 | C/E | Caug |",
                "| Dbmaj7 | Cm11 F7alt | Bbm7 | Eb7 | Ab6 |",
            ];
            (string Text, int Low, int High)[] ranges = [("C4-D6", 60, 86), ("E3-E5", 52, 76), ("C-1-C0", 0, 12), ("G3-C7", 55, 96)];
            var data = new TheoryData<string, int, string, int, int>();
            var all = NamedForm.All.Select(form => form.Name).Concat(charts).ToArray();
            Assert.Equal(20, all.Length);
            for (var i = 0; i < all.Length; i++)
            {
                var (text, low, high) = ranges[i % ranges.Length];
                data.Add(all[i], 1 + (5 * i % 17), text, low, high);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Progressions))]
    public void Every_solo_is_clean_MIDI_in_its_range_and_fills_its_bars_to_the_tick(string chords, int bars, string range, int lowest, int highest)
    {
        using var folder = new TemporaryFolder();
        CommandRun.OutputOf(
            "generate", "--model", small.Path, "--out", folder.File("solo.mid"), "--chords", chords, "--bars", $"{bars}", "--range", range,
            "--count", $"{SolosEach}", "--temperature", "1", "--accelerator", "cpu");
        var files = Directory.GetFiles(folder.Path);
        Assert.Equal(SolosEach, files.Length);
        var melodies = files.Select(file => Check(MidiContent.Read(file), bars, lowest, highest)).ToArray();
        Assert.True(melodies.Distinct().Count() > SolosEach / 2, "the solos are all alike: little is shown");
    }

    // What is wrong fails; the melody in text is given back.
    private static string Check(MidiContent midi, int bars, int lowest, int highest)
    {
        var bar = BeatsInBar * midi.TicksPerQuarter;
        var end = bars * bar;
        Assert.Equal(1, midi.Format);
        var (melody, notes) = (midi["Melody"].Notes, midi.Tracks.SelectMany(track => track.Notes).ToArray());
        Assert.All(melody, note => Assert.InRange(note.Pitch, lowest, highest));
        Assert.All(notes, note => Assert.True(note.Start >= 0 && note.End > note.Start && note.End <= end, $"{note} of {end} ticks"));
        Assert.All(melody.Zip(melody.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, $"{pair.First} overlaps the next"));

        // The band plays in every bar; bass and chords end with the last bar, and nothing sounds in none.
        foreach (var player in new[] { "Chords", "Bass", "Drums" })
            Assert.Equal(Enumerable.Range(0, bars), midi[player].Notes.Select(note => note.Start / bar).Distinct().Order());
        Assert.Equal(end, midi["Bass"].Notes.Max(note => note.End));
        Assert.Equal(end, midi["Chords"].Notes.Max(note => note.End));
        return string.Join(' ', melody.Select(note => (note.Pitch, note.Start)));
    }
}
