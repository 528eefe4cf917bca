using GpuJazz.Music;

namespace GpuJazz.Tests.Reading.General;

/// <summary>Swing is heard, and straightened for reading; what does not swing is left alone.</summary>
public sealed class HeardSwingTests
{
    private static readonly int[] Scale = [72, 74, 76, 77, 79, 81, 83, 84];

    [Theory]
    [InlineData(1.4)]
    [InlineData(1.7)]
    [InlineData(2)]
    [InlineData(2.4)]
    public void Swung_eighths_are_straightened_and_their_ratio_is_kept(double ratio)
    {
        var tune = Swung(ratio).Read();
        Assert.Equal(ratio, tune.SwingRatio, 0.02);
        Assert.All(tune.Measures.SelectMany(measure => measure.Melody), note => Assert.Equal((0, 6), (note.Start.Twelfths % 6, note.Length.Twelfths)));
        Assert.Equal(Tokenizer.Tokens(Swung(1).Read()), Tokenizer.Tokens(tune));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.1)]
    [InlineData(3)] // a dotted rhythm
    public void What_is_no_swing_is_left_as_it_is(double ratio) => Assert.Equal(1, Swung(ratio).Read().SwingRatio);

    [Fact]
    public void Triplets_in_a_swung_tune_stay_triplets()
    {
        var tune = Swung(2);
        tune.Part("Lead 2");
        AddEighths(tune, 2, bars: 4);
        for (var beat = 16; beat < 20; beat++) tune.Line(beat, 1 / 3.0, 72, 74, 76);
        var read = tune.Read(melody: 2);
        Assert.Equal(2, read.SwingRatio, 0.02);
        Assert.Equal([0, 4, 8, 12, 16, 20], read.Measures[4].Melody.Take(6).Select(note => note.Start.Twelfths % 48));
        Assert.Equal([0, 6, 12, 18], read.Measures[0].Melody.Take(4).Select(note => note.Start.Twelfths % 48));
    }

    [Fact]
    public void A_melody_of_long_notes_swings_with_the_ride_cymbal()
    {
        var tune = new Ditty().Part("Lead");
        for (var bar = 0; bar < 8; bar++) tune.Line(4 * bar, 2, Scale[bar], Scale[^(bar + 1)]);
        tune.Part("Keys");
        for (var bar = 0; bar < 8; bar++) tune.Chord(4 * bar, 4, 48, 52, 55, 59);
        tune.Part("Ride");
        for (var beat = 0; beat < 32; beat++)
        {
            tune.Note(51, beat, 0.2, MidiNote.DrumChannel);
            if (beat % 2 == 1) tune.Note(51, beat + 0.64, 0.2, MidiNote.DrumChannel);
        }

        Assert.Equal(0.64 / 0.36, tune.Read().SwingRatio, 0.02);
    }

    private static Ditty Swung(double ratio)
    {
        var tune = new Ditty().Part("Lead");
        AddEighths(tune, ratio, bars: 8);
        tune.Part("Keys");
        for (var bar = 0; bar < 8; bar++) tune.Chord(4 * bar, 4, 48, 52, 55, 59);
        return tune;
    }

    private static void AddEighths(Ditty tune, double ratio, int bars)
    {
        var first = ratio / (1 + ratio);
        for (var beat = 0; beat < 4 * bars; beat++)
            tune.Note(Scale[beat % 8], beat, first).Note(Scale[(beat + 2) % 8], beat + first, 1 - first);
    }
}
