using GpuJazz.Music;

namespace GpuJazz.Tests.Theory;

public sealed class SpellingTests
{
    [Fact]
    public void Each_pitch_class_has_one_spelling_in_every_octave()
    {
        string[] names = ["C", "C#", "D", "E-", "E", "F", "F#", "G", "G#", "A", "B-", "B"];
        for (var midi = 0; midi < 128; midi++)
        {
            var pitch = SpelledPitch.OfMidi(midi);
            Assert.Equal(names[midi % 12], pitch.Name);
            Assert.Equal(midi, pitch.Midi);
            Assert.Equal(midi % 12, pitch.PitchClass);
        }
    }

    [Fact]
    public void Middle_C_flat_is_MIDI_59_and_not_the_note_B()
    {
        var flat = SpelledPitch.FromMiddleC(0, -1);
        Assert.Equal(59, flat.Midi);
        Assert.Equal("C-", flat.Name);
        Assert.False(flat.HasNameOf(SpelledPitch.OfMidi(59)));
    }

    [Theory]
    [InlineData(60, 60, "P1")]
    [InlineData(60, 61, "A1")] // C to C#
    [InlineData(61, 60, "d1")] // C# to C: the letters stand still, so the sign stays +
    [InlineData(64, 63, "d1")] // E to E-
    [InlineData(63, 64, "A1")]
    [InlineData(60, 72, "P8")]
    [InlineData(72, 60, "P-8")]
    [InlineData(60, 67, "P5")]
    [InlineData(67, 60, "P-5")]
    [InlineData(60, 66, "A4")]
    [InlineData(66, 60, "A-4")]
    [InlineData(66, 70, "d4")] // F# to B-
    [InlineData(61, 63, "d3")] // C# to E-
    [InlineData(63, 61, "d-3")]
    [InlineData(58, 61, "A2")] // B- to C#
    [InlineData(68, 58, "A-6")] // G# down to B-
    [InlineData(59, 60, "m2")]
    [InlineData(60, 59, "m-2")]
    [InlineData(60, 77, "P11")]
    [InlineData(60, 81, "M13")]
    [InlineData(70, 73, "A2")]
    public void Intervals_are_measured_by_their_spelling(int from, int to, string name) =>
        Assert.Equal(name, Interval.Between(SpelledPitch.OfMidi(from), SpelledPitch.OfMidi(to)).ToString());

    [Theory]
    [InlineData(60, 60, "m3", "m-3")]
    [InlineData(60, 55, "M-2", "m-6")]
    [InlineData(66, 70, "d6", "m2")]
    [InlineData(60, 57, "P1", "d-5")]
    [InlineData(62, 58, "d1", "P-5")] // the letters meet a semitone too low
    public void A_minor_third_is_added_by_steps_and_semitones(int from, int to, string up, string down)
    {
        var interval = Interval.Between(SpelledPitch.OfMidi(from), SpelledPitch.OfMidi(to));
        Assert.Equal(up, (interval + Interval.MinorThird).ToString());
        Assert.Equal(down, (interval - Interval.MinorThird).ToString());
    }

    [Fact]
    public void An_interval_and_its_thirds_are_those_of_transposed_pitches()
    {
        for (var from = 40; from < 90; from++)
        {
            for (var to = 40; to < 90; to++)
            {
                var interval = Interval.Between(SpelledPitch.OfMidi(from), SpelledPitch.OfMidi(to));
                var up = SpelledPitch.MiddleC.Transposed(interval).Transposed(Interval.MinorThird);
                Assert.Equal(Interval.Between(SpelledPitch.MiddleC, up), interval + Interval.MinorThird);
                Assert.Equal(to - from, interval.Semitones);
            }
        }
    }

    [Fact]
    public void What_is_printed_is_read_back_for_every_pair_of_MIDI_pitches_and_its_bracket()
    {
        for (var from = 0; from < 128; from++)
        {
            for (var to = 0; to < 128; to++)
            {
                var interval = Interval.Between(SpelledPitch.OfMidi(from), SpelledPitch.OfMidi(to));
                foreach (var printed in new[] { interval, interval + Interval.MinorThird, interval - Interval.MinorThird })
                    Assert.Equal(printed, Interval.Parse(printed.ToString()));
            }
        }
    }

    [Theory]
    [InlineData("P-5", -4, -7)]
    [InlineData("m2", 1, 1)]
    [InlineData("dd5", 4, 5)]
    [InlineData("dd3", 2, 1)]
    [InlineData("AA1", 0, 2)]
    [InlineData("d1", 0, -1)]
    [InlineData("d-8", -7, -11)]
    public void Names_give_steps_and_semitones(string text, int steps, int semitones) =>
        Assert.Equal(new Interval(steps, semitones), Interval.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("P")]
    [InlineData("P0")]
    [InlineData("P-1")]
    [InlineData("M5")]
    [InlineData("P3")]
    [InlineData("m8")]
    [InlineData("P+5")]
    [InlineData("P05")]
    [InlineData("Pd5")]
    [InlineData("P5 ")]
    [InlineData("P99999999999")]
    [InlineData("P-2147483648")]
    public void Other_text_is_refused(string text)
    {
        Assert.False(Interval.TryParse(text, out _));
        Assert.Contains($"'{text}'", Assert.Throws<MusicException>(() => Interval.Parse(text)).Message, StringComparison.Ordinal);
    }
}
