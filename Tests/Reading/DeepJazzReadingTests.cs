using GpuJazz.Music;

namespace GpuJazz.Tests.Reading;

public sealed class DeepJazzReadingTests
{
    private const int Beat = 96;

    [Fact]
    public void Beats_476_and_548_are_both_in_the_window()
    {
        var tune = Parts(
            melody => melody.Note(70, 475 * Beat + 83, 476 * Beat).Note(71, 475 * Beat + 85, 477 * Beat) // 3/4, and 476 when quantised
                .Note(72, 548 * Beat + 12, 549 * Beat).Note(73, 548 * Beat + 13, 550 * Beat), // 548 when quantised, and 1/4
            chords => chords.Chord(475 * Beat, 476 * Beat, 47, 51, 54).Chord(476 * Beat, 480 * Beat, 48, 52, 55)
                .Chord(548 * Beat, 552 * Beat, 50, 53, 57).Chord(549 * Beat, 552 * Beat, 53, 57, 60))
            .ToTune(ReadingKind.DeepJazz);

        Assert.Equal([119, 137], tune.Measures.Select(measure => measure.Number));
        Assert.Equal([71, 72], tune.Measures.SelectMany(measure => measure.Melody).Select(note => note.Pitch!.Value));
        Assert.Equal([48, 50], tune.Measures.SelectMany(measure => measure.Chords).Select(chord => chord.Pitches[0]));
    }

    [Fact]
    public void Only_measures_with_melody_are_kept_and_later_chords_are_dropped()
    {
        var tune = Parts(
            melody => melody.Note(72, 480 * Beat, 481 * Beat).Note(74, 488 * Beat, 489 * Beat),
            chords => chords.Chord(476 * Beat, 480 * Beat, 48, 52, 55).Chord(480 * Beat, 484 * Beat, 50, 53, 57)
                .Chord(484 * Beat, 488 * Beat, 52, 55, 59).Chord(488 * Beat, 492 * Beat, 53, 57, 60)
                .Chord(500 * Beat, 504 * Beat, 55, 59, 62))
            .ToTune(ReadingKind.DeepJazz);
        Assert.Equal([120, 122], tune.Measures.Select(measure => measure.Number));
        Assert.Equal([50, 53], tune.Measures.Select(measure => Assert.Single(measure.Chords).Pitches[0]));
    }

    [Fact]
    public void A_rest_is_made_before_the_window_is_cut_and_belongs_where_it_starts()
    {
        var tune = Parts(
            melody => melody.Note(72, 470 * Beat, 471 * Beat).Note(74, 478 * Beat, 479 * Beat).Note(76, 600 * Beat, 601 * Beat),
            chords => chords.Chord(476 * Beat, 480 * Beat, 48, 52, 55))
            .ToTune(ReadingKind.DeepJazz, RestsKind.Melody);
        Assert.Equal([["S,1.000", "R,121.000"]], Tokenizer.Tokens(tune));
    }

    [Fact]
    public void Auto_takes_it_where_it_fits_and_says_so()
    {
        var tune = Parts(melody => melody.Note(72, 480 * Beat, 481 * Beat), chords => chords.Chord(480 * Beat, 484 * Beat, 48, 52, 55))
            .ToTune();
        Assert.Equal("deepjazz: melody from part 5 (part), chords from part 0 (chords), beats 476 to 548", tune.Reading);
        Assert.Equal([PartRole.Chords, .. Enumerable.Repeat(PartRole.None, 4), PartRole.Melody], tune.Parts.Select(part => part.Role));
    }

    [Fact]
    public void Auto_reads_the_whole_tune_where_the_window_is_empty()
    {
        var late = Parts(melody => melody.Note(72, 400 * Beat, 401 * Beat), chords => chords.Chord(480 * Beat, 484 * Beat, 48, 52, 55));
        Assert.StartsWith("whole tune: ", late.ToTune().Reading, StringComparison.Ordinal);
        TuneReaderTests.AssertRefused("part 5 (part) has no notes; use --reading auto", () => late.ToTune(ReadingKind.DeepJazz));

        var early = Parts(melody => melody.Note(72, 480 * Beat, 481 * Beat), chords => chords.Chord(400 * Beat, 404 * Beat, 48, 52, 55));
        Assert.StartsWith("whole tune: ", early.ToTune().Reading, StringComparison.Ordinal);
        TuneReaderTests.AssertRefused("part 0 (chords) has no chords; use --reading auto", () => early.ToTune(ReadingKind.DeepJazz));
    }

    [Fact]
    public void Fewer_than_six_parts_are_refused()
    {
        var file = new MidiBuilder().Track("empty").Track("a").Chord(0, Beat, 48, 52, 55).Track("b").Note(72, 0, Beat);
        TuneReaderTests.AssertRefused(
            "the sixth part with notes, and there are 2; use --reading auto", () => file.ToTune(ReadingKind.DeepJazz));
    }

    // A file of six parts, the first with chords and the last with a melody; tracks without notes are no parts.
    private static MidiBuilder Parts(Action<MidiBuilder> melody, Action<MidiBuilder> chords)
    {
        var builder = new MidiBuilder().Track("no notes").Track("chords");
        chords(builder);
        for (var part = 1; part < 5; part++) builder.Track("other").Note(40, 0, Beat).Track("no notes");
        melody(builder.Track("part"));
        return builder;
    }
}
