using GpuJazz.Music;

namespace GpuJazz.Tests;

/// <summary>Tunes in other keys.</summary>
public sealed class TranspositionTests
{
    private const int Beat = 96;

    [Fact]
    public void All_keys_are_twelve_and_its_own_comes_first()
    {
        var tunes = Transposition.Of(Tune(), TransposeKind.All).ToArray();
        Assert.Equal(12, tunes.Length);
        Assert.Equal(12, tunes.Select(tune => tune.Key).Distinct().Count());
        Assert.Equal(12, tunes.Select(tune => tune.Name).Distinct().Count());
        Assert.Equal("test.mid", tunes[0].Name);
        Assert.All(tunes, tune => Assert.InRange(tune.Transposed, -5, 6));
        Assert.All(tunes, tune => Assert.Equal(62 + tune.Transposed, tune.Measures[0].Melody[0].Pitch));
        Assert.All(tunes, tune => Assert.Equal(50 + tune.Transposed, tune.Measures[0].Chords[0].Pitches[0]));
    }

    [Fact]
    public void In_C_a_tune_in_D_minor_is_two_semitones_lower()
    {
        Assert.Equal(new Key(2, IsMinor: true), Tune().Key);
        var tune = Assert.Single(Transposition.Of(Tune(), TransposeKind.C));
        Assert.Equal("test.mid in C minor", tune.Name);
        Assert.Equal(-2, tune.Transposed);
    }

    [Fact]
    public void A_note_type_does_not_depend_on_the_key_where_spelling_plays_no_part()
    {
        var tokens = Transposition.Of(Tune(), TransposeKind.All).Select(tune => Tokenizer.Tokens(tune)[0].Select(token => token[0]).ToArray()).ToArray();
        Assert.All(tokens, types => Assert.Equal(tokens[0], types));
    }

    [Fact]
    public void What_leaves_the_range_of_MIDI_comes_back_an_octave_away()
    {
        var tune = new MidiBuilder().Track("Melody").Note(126, 0, Beat).Track("Chords").Chord(0, Beat, 1, 5, 8).ToTune();
        Assert.Equal(117, Transposition.By(tune, 3).Measures[0].Melody[0].Pitch);
        Assert.Equal([10, 2, 5], Transposition.By(tune, -3).Measures[0].Chords[0].Pitches);
    }

    // Notes of the chord alone: D F A over D minor.
    private static Tune Tune() => new MidiBuilder()
        .Track("Melody").Note(62, 0, Beat).Note(65, Beat, 2 * Beat).Note(69, 2 * Beat, 3 * Beat).Note(62, 3 * Beat, 4 * Beat)
        .Track("Chords").Chord(0, 4 * Beat, 50, 53, 57)
        .ToTune();
}
