namespace GpuJazz.Tests.Abc;

public class AbcNotesTests
{
    [Fact]
    public void Letters_and_octave_marks_are_pitches() =>
        Assert.Equal([48, 60, 62, 64, 65, 67, 69, 71, 72, 83, 84, 96], Played.Pitches("C,CDE FGAB|cbc'c'' z4|"));

    [Fact]
    public void Lengths_multiply_and_divide_the_unit() =>
        Assert.Equal([240, 480, 120, 120, 60, 360, 480], Played.Lengths("C C2 C/2 C/ C// C3/2 C2|"));

    [Fact]
    public void Notes_follow_each_other_and_rests_leave_gaps() =>
        Assert.Equal([(0, 240, 60), (480, 480, 62), (1440, 480, 64)], Played.Melody("CzD2 x2E2|"));

    [Fact]
    public void A_rest_of_bars_lasts_whole_bars() =>
        Assert.Equal([(0, 1920, 60), (5760, 1920, 62)], Played.Melody("C8|Z2|D8|"));

    [Fact]
    public void An_accidental_holds_for_its_letter_until_the_bar_line() =>
        Assert.Equal([66, 66, 78, 65, 65, 63, 58, 67, 65], Played.Pitches("^FFf=F F_E__C^^F|F8|"));

    [Theory]
    [InlineData("C", 65, 71, 64)]
    [InlineData("G", 66, 71, 64)]
    [InlineData("D", 66, 71, 64)]
    [InlineData("F", 65, 70, 64)]
    [InlineData("Bb", 65, 70, 63)]
    [InlineData("Am", 65, 71, 64)]
    [InlineData("Dm", 65, 70, 64)]
    [InlineData("D dorian", 65, 71, 64)]
    [InlineData("Ddor", 65, 71, 64)]
    [InlineData("G Mix", 65, 71, 64)]
    [InlineData("F lydian", 65, 71, 64)]
    [InlineData("E phr", 65, 71, 64)]
    [InlineData("B loc", 65, 71, 64)]
    [InlineData("Ab", 65, 70, 63)]
    [InlineData("C#", 66, 72, 65)]
    [InlineData("Cb", 64, 70, 63)]
    [InlineData("F#m", 66, 71, 64)]
    [InlineData("C minor clef=treble", 65, 70, 63)]
    [InlineData("none", 65, 71, 64)]
    public void A_key_sharpens_and_flattens(string key, int f, int b, int e) =>
        Assert.Equal([f, b, e], Played.Notes(Played.File($"X:1\nL:1/4\nM:3/4\nK:{key}\nFBE|"), "Melody").Select(note => note.Pitch));

    [Fact]
    public void A_natural_cancels_the_key() =>
        Assert.Equal([66, 65, 66], Played.Notes(Played.File("X:1\nL:1/2\nK:G\nF=F|F2|"), "Melody").Select(note => note.Pitch));

    [Fact]
    public void A_key_may_change_in_a_line_or_between_lines() =>
        Assert.Equal([65, 66, 65, 70], Played.Pitches("F4[K:G]F4|\nK:F\nF4B4|"));

    [Fact]
    public void A_tie_joins_notes_and_carries_the_accidental_over_the_bar_line() =>
        Assert.Equal([(0, 1440, 60), (1440, 960, 66), (2400, 480, 65)], Played.Melody("C4-C2^F2-|F2F2z4|"));

    [Fact]
    public void A_tie_may_lead_over_several_bars() =>
        Assert.Equal([(0, 5760, 60)], Played.Melody("C8-|C8-|C8|"));

    [Fact]
    public void Notes_in_brackets_sound_together_and_are_as_long_as_the_first() =>
        Assert.Equal([(0, 960, 60), (0, 960, 64), (0, 960, 67), (960, 480, 62), (1440, 480, 60)], Played.Melody("[C2EG]2D2[C]2|"));

    [Fact]
    public void A_broken_rhythm_lengthens_one_note_and_shortens_the_other() =>
        Assert.Equal([360, 120, 120, 360, 420, 60, 240, 240], Played.Lengths("C>D C<D C>>D CD|"));

    [Fact]
    public void A_triplet_takes_the_time_of_two() =>
        Assert.Equal([160, 160, 160, 320, 320, 320, 480], Played.Lengths("(3CDE (3C2D2E2 C2|"));

    [Fact]
    public void A_general_tuplet_says_its_notes_time_and_number() =>
        Assert.Equal([320, 160, 480, 96, 96, 96, 96, 96, 480], Played.Lengths("(3:2:2C2D E2 (5:4:5C/D/E/F/G/ C2|"));

    [Theory]
    [InlineData("6/8", "(2CD E3|", 360L, 360L, 720L)]
    [InlineData("4/4", "(4CDEF z2 C3|", 180L, 180L, 180L, 180L, 720L)]
    public void The_other_tuplets_take_the_standards_times(string meter, string music, params long[] lengths) =>
        Assert.Equal(lengths, Played.Notes(Played.File($"X:1\nM:{meter}\nL:1/8\nK:C\n{music}"), "Melody").Select(note => note.Length));

    [Fact]
    public void Slurs_ornaments_grace_notes_words_and_comments_say_nothing() =>
        Assert.Equal(
            Played.Melody("CDEF GABc|"),
            Played.Melody("% a comment\nw: words\nN: a note\n(C.D ~E)!trill!F {ag}G \"^softly\"A yB` c | % end\n"));

    [Fact]
    public void A_line_may_go_on_in_the_next() =>
        Assert.Equal(Played.Melody("CDEF GABc|"), Played.Melody("CDE\\\nF GA\nBc|"));

    [Fact]
    public void The_unit_length_follows_the_meter_when_it_is_not_given()
    {
        Assert.Equal(240, Played.Notes(Played.File("X:1\nM:3/4\nK:C\nC6|"), "Melody")[0].Length / 6);
        Assert.Equal(120, Played.Notes(Played.File("X:1\nM:2/4\nK:C\nC8|"), "Melody")[0].Length / 8);
    }
}
