using GpuJazz.Music;

namespace GpuJazz.Tests.Theory;

public sealed class ChordTests
{
    [Theory]
    [InlineData(new[] { 60, 64, 67 }, "C", ChordQuality.Major)]
    [InlineData(new[] { 64, 67, 72 }, "C", ChordQuality.Major)] // inverted
    [InlineData(new[] { 60, 64 }, "C", ChordQuality.Major)] // no fifth
    [InlineData(new[] { 60, 63, 67 }, "C", ChordQuality.Minor)]
    [InlineData(new[] { 60, 63 }, "C", ChordQuality.Minor)]
    [InlineData(new[] { 59, 62, 65 }, "B", ChordQuality.Diminished)]
    [InlineData(new[] { 60, 64, 68 }, "C", ChordQuality.Augmented)]
    [InlineData(new[] { 60, 67 }, "C", ChordQuality.Other)] // no third
    [InlineData(new[] { 60, 65, 67 }, "F", ChordQuality.Other)] // F C G: fifth and ninth above F weigh more than fourth and fifth above C
    [InlineData(new[] { 62, 65, 69, 72, 76 }, "D", ChordQuality.Minor)] // a stack of five
    [InlineData(new[] { 60, 64, 67, 72, 76 }, "C", ChordQuality.Major)] // doublings in the octave don't count
    [InlineData(new[] { 64, 67, 60, 68 }, "C", ChordQuality.Other)] // G and G#: one letter with two names
    [InlineData(new[] { 61, 65, 68 }, "F", ChordQuality.Other)] // C# F G#: the spelling decides, and hides a major third
    [InlineData(new[] { 60 }, "C", ChordQuality.Other)]
    public void Root_and_quality(int[] pitches, string root, ChordQuality quality)
    {
        var analysis = ChordAnalysis.Of(pitches);
        Assert.Equal(root, analysis.Root.Name);
        Assert.Equal(quality, analysis.Quality);
        Assert.Equal(quality == ChordQuality.Major, analysis.IsMajor);
        Assert.Equal(quality == ChordQuality.Major ? Mode.Major : Mode.Dorian, analysis.Scale.Mode);
    }

    [Theory]
    [InlineData(new[] { 60, 62 }, "D")] // D has a seventh, 1/8; C a second, 1/9
    [InlineData(new[] { 60, 65 }, "F")] // F has a fifth, 1/7; C a fourth, 1/10
    [InlineData(new[] { 60, 62, 64 }, "C")] // third and second, 1/6 + 1/9, before the second and seventh above D, 1/8 + 1/9
    [InlineData(new[] { 60, 62, 67 }, "C")] // fifth and second, 1/7 + 1/9, before the fourth and fifth above G, 1/7 + 1/10
    [InlineData(new[] { 60, 64, 65, 67 }, "C")] // 1/6 + 1/7 + 1/10 before the fifth, seventh and second above F, 1/7 + 1/8 + 1/9
    [InlineData(new[] { 60, 65, 67, 71 }, "G")] // the third and the seventh above G are there, and not the fifth
    public void The_best_stack_is_the_root_where_none_is_whole(int[] pitches, string root) =>
        Assert.Equal(root, ChordAnalysis.Of(pitches).Root.Name);

    [Fact]
    public void No_two_letters_of_a_chord_score_alike_so_the_order_of_reading_never_decides()
    {
        int[] white = [60, 62, 64, 65, 67, 69, 71];
        for (var set = 1; set < 128; set++)
        {
            var pitches = white.Where((_, letter) => (set >> letter & 1) == 1).ToArray();
            var root = ChordAnalysis.Of(pitches).Root;
            for (var turn = 1; turn < pitches.Length; turn++)
                Assert.Equal(root, ChordAnalysis.Of([.. pitches[turn..], .. pitches[..turn]]).Root);
        }
    }

    [Fact]
    public void The_lowest_is_the_root_where_every_letter_is_there() =>
        Assert.Equal(50, ChordAnalysis.Of([60, 50, 64, 65, 67, 69, 71]).Root.Midi);

    [Fact]
    public void Of_each_letter_the_first_read_counts()
    {
        Assert.Equal(72, ChordAnalysis.Of([72, 60, 64, 67]).Root.Midi);
        Assert.Equal("G#", ChordAnalysis.Of([68, 67]).Root.Name);
    }

    [Theory]
    [InlineData(new[] { 64, 67, 60, 58, 44 }, "B- Dorian")] // the specification's own example
    [InlineData(new[] { 60, 64, 67 }, "G Major")] // C, F and G major hold all three; G is the highest
    [InlineData(new[] { 60, 63, 67 }, "B- Dorian")]
    [InlineData(new[] { 61, 65, 68 }, "B- Dorian")] // C# F G#: by its spelling no third, so not major
    [InlineData(new[] { 58, 62, 65 }, "B- Major")]
    [InlineData(new[] { 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71 }, "B Dorian")] // every scale holds seven
    public void The_scale_holds_the_most_and_of_equals_has_the_highest_tonic(int[] pitches, string scale) =>
        Assert.Equal(scale, ChordAnalysis.Of(pitches).Scale.ToString());

    [Theory]
    [InlineData(new[] { 61, 65, 66, 60, 70, 63, 68 }, "D- Major")] // not C#
    [InlineData(new[] { 63, 67, 68, 70, 60, 62, 65 }, "E- Major")] // not D#
    [InlineData(new[] { 71, 63, 66, 64, 68, 61, 70 }, "B Major")] // not C-, which is an octave lower
    public void The_preferred_spelling_of_a_tonic_wins(int[] pitches, string scale) =>
        Assert.Equal(scale, Scale.Holding(Mode.Major, pitches.Select(SpelledPitch.OfMidi)).ToString());

    [Fact]
    public void Scale_notes_take_each_letter_once()
    {
        Assert.Equal("G# A# B# C# D# E# F##", Names(new Scale(SpelledPitch.OfMidi(68), Mode.Major)));
        Assert.Equal("D- E- F- G- A- B- C-", Names(new Scale(SpelledPitch.FromMiddleC(1, -1), Mode.Dorian)));
        Assert.Equal("C- D- E- F- G- A- B-", Names(new Scale(SpelledPitch.FromMiddleC(0, -1), Mode.Major)));

        static string Names(Scale scale) => string.Join(' ', scale.Pitches);
    }

    [Theory]
    [InlineData(72, ToneType.Chord)]
    [InlineData(74, ToneType.Scale)]
    [InlineData(66, ToneType.Scale)] // F#, in G major
    [InlineData(68, ToneType.Approach)] // G#, a semitone above G
    [InlineData(65, ToneType.Approach)] // F, a semitone above E
    [InlineData(71, ToneType.Scale)] // B, a semitone from C too: the first that fits
    [InlineData(70, ToneType.Other)] // B-, a whole tone from C
    public void A_note_is_the_first_that_fits_to_a_C_major_chord(int pitch, ToneType type)
    {
        Assert.Equal(type, ChordAnalysis.Of([48, 52, 55]).TypeOf(pitch));
        Assert.Equal(type, ChordAnalysis.Of([84, 52, 103]).TypeOf(pitch - 24));
    }

    [Fact]
    public void A_flat_in_a_scale_is_not_the_note_G_sharp()
    {
        var chord = ChordAnalysis.Of([60, 63, 67, 70, 65]);
        Assert.Equal("B- Dorian", chord.Scale.ToString()); // B- C D- E- F G A-
        Assert.Contains(8, chord.Scale.PitchClasses);
        Assert.Equal(ToneType.Approach, chord.TypeOf(68));
    }
}
