using Melanchall.DryWetMidi.Core;
using static GpuJazz.Tests.MusicXml.Score;

namespace GpuJazz.Tests.MusicXml;

public class MusicXmlNotesTests
{
    [Fact]
    public void Notes_and_rests_follow_each_other()
    {
        Assert.Equal(
            [(0L, 480L, 60), (720, 240, 66), (960, 160, 70), (1120, 320, 70)],
            Score.Played(Of(Attributes + Notes("C4:12 R:6 F#4:6 Bb4:4 Bb4:8 R:12"))));
    }

    [Fact]
    public void Notes_of_a_chord_begin_together()
    {
        Assert.Equal(
            [(0L, 960L, 60), (0, 960, 64), (0, 960, 67), (960, 960, 62)],
            Score.Played(Of(Attributes + Notes("C4:24 +E4:24 +G4:24 D4:24"))));
    }

    [Fact]
    public void A_second_voice_goes_back_in_time()
    {
        var music = Attributes + Notes("E5:48") + "<backup><duration>48</duration></backup>" + Notes("C4:24")
            + "<forward><duration>12</duration></forward>" + Notes("D4:12");
        Assert.Equal([(0L, 960L, 60), (0, 1920, 76), (1440, 480, 62)], Score.Played(Of(music)));
    }

    [Fact]
    public void A_tied_note_is_one_over_bar_lines()
    {
        const string Start = "<tie type=\"start\"/>", Both = "<tie type=\"stop\"/><tie type=\"start\"/>", Stop = "<tie type=\"stop\"/>";
        Assert.Equal(
            [(0L, 4320L, 60), (4320, 1440, 60)],
            Score.Played(Of(Attributes + Notes("C4:48", Start), Notes("C4:48", Both), Notes("C4:12", Stop) + Notes("C4:36"))));
    }

    [Fact]
    public void Each_staff_is_a_track()
    {
        var music = Attributes + Notes("E5:48", "<staff>1</staff>") + "<backup><duration>48</duration></backup>" + Notes("C3:48", "<staff>2</staff>");
        var file = Read(Parts(("Piano", [music])));
        Assert.Equal([(0, 1920, 76)], Abc.Played.Notes(file, "Piano"));
        Assert.Equal([(0, 1920, 48)], Abc.Played.Notes(file, "Piano, staff 2"));
    }

    [Fact]
    public void A_transposing_instrument_sounds_in_its_own_key()
    {
        const string Tenor = "<attributes><transpose><diatonic>-1</diatonic><chromatic>-2</chromatic><octave-change>-1</octave-change></transpose></attributes>";
        var file = Read(Of(Attributes + Tenor + Chord("D", "minor-seventh") + Notes("D5:48")));
        Assert.Equal([(0, 1920, 60)], Abc.Played.Notes(file, "Melody"));
        Assert.Equal([0, 3, 7, 10], Abc.Played.Notes(file, "Chords").Select(note => note.Pitch % 12).Distinct().Order());
    }

    [Fact]
    public void Grace_notes_cues_and_drums_do_not_sound()
    {
        var music = Attributes + "<note><grace/><pitch><step>D</step><octave>4</octave></pitch></note>" + Notes("C4:24")
            + "<note><cue/><pitch><step>E</step><octave>4</octave></pitch><duration>12</duration></note>"
            + "<note><unpitched/><duration>12</duration></note>";
        Assert.Equal([60], Pitches(music, Notes("R:48")));
    }

    [Fact]
    public void A_pickup_ends_where_the_first_measure_begins()
    {
        Assert.Equal(
            [(1440L, 480L, 67), (1920, 1920, 60)],
            Score.Played(Of("implicit:" + Attributes + Notes("G4:12"), Notes("C4:48"))));
    }

    [Fact]
    public void A_measure_that_is_not_full_is_filled_with_silence_and_a_part_of_one_is_not()
    {
        Assert.Equal(
            [0L, 1920, 3840, 4800, 5760],
            Score.Played(Of(Attributes + Notes("C4:48"), Notes("C4:12"), Notes("C4:24"), "implicit:" + Notes("C4:24"), Notes("C4:48")))
                .Select(note => note.Start - (note.Start > 4000 ? 960 : 0)));
    }

    [Fact]
    public void Tempo_meter_and_key_are_the_scores()
    {
        const string Waltz =
            "<attributes><divisions>1</divisions><key><fifths>-2</fifths><mode>minor</mode></key><time><beats>3</beats><beat-type>4</beat-type></time></attributes>"
            + "<direction><direction-type><metronome><beat-unit>half</beat-unit><beat-unit-dot/><per-minute>60</per-minute></metronome></direction-type></direction>";
        var conductor = Read(Of(Waltz + Notes("C4:3"), "<sound tempo=\"90\"/>" + Notes("C4:3"))).GetTrackChunks().First().Events;
        Assert.Equal("Test", conductor.OfType<SequenceTrackNameEvent>().Single().Text);
        Assert.Equal((3, 4), conductor.OfType<TimeSignatureEvent>().Select(each => ((int)each.Numerator, (int)each.Denominator)).Single());
        Assert.Equal((-2, 1), conductor.OfType<KeySignatureEvent>().Select(each => ((int)each.Key, (int)each.Scale)).Single());
        Assert.Equal([(0L, 333_333L), (1440, 666_667)], conductor.OfType<SetTempoEvent>().Select(each => (each.DeltaTime, each.MicrosecondsPerQuarterNote)));
    }
}
