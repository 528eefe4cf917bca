using GpuJazz.Music;

namespace GpuJazz.Tests.Reading.General;

/// <summary>Real files are read with the melody that a listener would name.</summary>
public sealed class SharedFilesReadingTests
{
    [SharedDataTheory]
    [InlineData("original_metheny.mid", "melody from the upper voice of part 5 (Guitar)", "over the bass of part 1 (Bass)", 4, "G major")]
    [InlineData("jerrylzy_sonata_48_3_iscenko.mid", "melody from part 0,", "chords inferred from part 1, part 2 and part 3", 3, "C major")]
    [InlineData("pandawithcat_score.mid", "melody from part 0 (orgue)", "chords inferred from part 1 (orgue)", 4, "Eb major")]
    [InlineData("deepjazz_on_metheny_128_epochs.midi", "melody from the upper voice of part 0", "chords from the rest of it", 4, "F major")]
    [InlineData("my_music_SanjalKatiyar_old78.midi", "melody from the upper voice of part 0", "chords from the rest of it", 4, "Bb major")]
    public void A_sensible_melody_is_named(string name, string melody, string chords, int beats, string key)
    {
        var tune = Read(name, ReadingKind.General);
        Assert.Contains(melody, tune.Reading, StringComparison.Ordinal);
        Assert.Contains(chords, tune.Reading, StringComparison.Ordinal);
        Assert.Equal(Beats.Quarters(beats), tune.MeasureLength);
        Assert.Equal(key, tune.Key.ToString());
        Assert.Equal(1, tune.SwingRatio);
        Assert.True(Tokenizer.Tokens(tune).Sum(measure => measure.Count) > 60);
        Assert.All(tune.Measures, measure => Assert.NotEmpty(measure.Chords));
        Assert.Equal(tune.Measures.Count, Changes.Of(tune).Measures.Count + (tune.PickUp > Beats.Zero ? 1 : 0));

        // Only the published file is read as it was published.
        var auto = Read(name, ReadingKind.Auto).Reading;
        if (name.StartsWith("original", StringComparison.Ordinal)) Assert.StartsWith("deepjazz: ", auto, StringComparison.Ordinal);
        else Assert.Equal(tune.Reading, auto);
    }

    [SharedDataFact]
    public void The_sonata_begins_with_its_theme_over_its_harmony()
    {
        var tune = Read("jerrylzy_sonata_48_3_iscenko.mid", ReadingKind.General);
        Assert.Equal([76, 77, 74, 76, 72, 79, 79], Ditty.Pitches(tune)[..7]);
        Assert.Equal("C", Ditty.Chords(tune)[0]);
        Assert.Equal("C", Ditty.Chords(tune)[7]);
        Assert.EndsWith("G7", Ditty.Chords(tune)[6], StringComparison.Ordinal);
    }

    private static Tune Read(string name, ReadingKind reading) => TuneReader.Read(
        MidiLoader.Load(SharedData.Path("data/" + name)), name, new ReadingOptions(reading, RestsKind.None));
}
