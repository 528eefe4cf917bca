using GpuJazz.Music;

namespace GpuJazz.Tests.Reading;

public sealed class MelodyTests
{
    [Fact]
    public void An_element_goes_to_the_first_voice_whose_last_element_has_ended()
    {
        var voices = MelodyVoices.Split([Note(60, 0, 12), Note(62, 6, 12), Note(64, 12, 3), Note(65, 13, 3), Note(67, 18, 3)]);
        Assert.Equal([[60, 64, 67], [62], [65]], voices.Select(Pitches));
    }

    [Fact]
    public void Elements_are_taken_by_start_and_then_in_the_order_of_reading()
    {
        var voices = MelodyVoices.Split([Note(64, 12, 3), Note(60, 0, 12), Note(62, 12, 3)]);
        Assert.Equal([[60, 64], [62]], voices.Select(Pitches));
    }

    [Fact]
    public void Merged_voices_are_by_start_and_the_first_voice_leads()
    {
        // The second voice's 70 is read before the first voice's 50, and they start together.
        var voices = MelodyVoices.Split([Note(60, 0, 6), Note(61, 0, 3), Note(70, 6, 3), Note(71, 6, 6), Note(72, 9, 3)]);
        Assert.Equal([[60, 70, 72], [61, 71]], voices.Select(Pitches));
        Assert.Equal([60, 61, 70, 71, 72], Pitches(MelodyVoices.Merge(voices)));

        Assert.Equal([5, 4], Pitches(MelodyVoices.Merge([[new(Beats.Zero, new(3), 5)], [new(Beats.Zero, new(3), 4)]])));
    }

    [Fact]
    public void Of_a_chord_in_a_melody_the_highest_pitch_is_sung() =>
        Assert.Equal(72, Assert.Single(MelodyVoices.Split([new Chord(Beats.Zero, new(3), [60, 72, 64])])[0]).Pitch);

    [Fact]
    public void A_gap_becomes_a_rest_of_its_exact_length()
    {
        var filled = MelodyRests.Between([Event(60, 3, 3), Event(62, 6, 4), Event(64, 11, 1), Event(65, 100, 3)]);
        Assert.Equal(
            [Event(60, 3, 3), Event(62, 6, 4), Event(null, 10, 1), Event(64, 11, 1), Event(null, 12, 88), Event(65, 100, 3)], filled);
    }

    [Fact]
    public void Rests_come_neither_before_the_first_note_nor_after_the_last()
    {
        Assert.Equal([Event(60, 48, 3)], MelodyRests.Between([Event(60, 48, 3)]));
        Assert.Empty(MelodyRests.Between([]));
    }

    [Fact]
    public void Rests_are_made_of_the_first_voice_only_and_ignore_what_the_second_plays()
    {
        // Voice 1: 72 on beats 0–2, then 74 on beats 4–5. Voice 2: 60 on beats 1–4.
        var tune = new MidiBuilder().Track("Melody").Note(72, 0, 192).Note(60, 96, 384).Note(74, 384, 480)
            .Track("Chords").Chord(0, 768, 48, 52, 55)
            .ToTune(rests: RestsKind.Melody);
        Assert.Equal([Event(72, 0, 24), Event(60, 12, 36), Event(null, 24, 24)], tune.Measures[0].Melody);
    }

    private static Chord Note(int pitch, int start, int length) => new(new(start), new(length), [pitch]);

    private static MelodyEvent Event(int? pitch, int start, int length) => new(new(start), new(length), pitch);

    private static int[] Pitches(IEnumerable<MelodyEvent> melody) => [.. melody.Select(note => note.Pitch!.Value)];
}
