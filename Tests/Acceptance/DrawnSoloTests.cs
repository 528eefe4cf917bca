namespace GpuJazz.Tests.Acceptance;

/// <summary>The piano roll of a solo shows every note in its place.</summary>
[Collection(TrainedModelGroup.Name)]
public sealed class DrawnSoloTests(TrainedModel model)
{
    // Of the drawing's units, a sixteenth note being 18: marks are drawn with a little air between them.
    private const double Tolerance = 3;

    [SharedDataFact]
    public void It_has_a_mark_for_every_note_bar_lines_and_beat_numbers()
    {
        using var folder = new TemporaryFolder();
        var measures = (int)model.Generate(folder.File("solo.mid"), "--piano-roll")["solos"]![0]!["measures"]!;
        Assert.Equal(4, measures); // one system, on which the places below rest
        var midi = MidiContent.Read(folder.File("solo.mid"));
        var roll = PianoRollContent.Read(folder.File("solo.svg"));

        Assert.Equal(measures + 1, roll.BarLines.Distinct().Count());
        string[] expected = [.. Enumerable.Repeat(new[] { "1", "2", "3", "4" }, measures).SelectMany(beats => beats)];
        Assert.Equal(expected, roll.BeatNumbers.OrderBy(beat => beat.X).Select(beat => beat.Text));

        var left = roll.BarLines.Min();
        var tick = (roll.BarLines.Max() - left) / (measures * 4 * midi.TicksPerQuarter);
        Assert.All(roll.BeatNumbers.OrderBy(beat => beat.X).Index(), beat =>
            Assert.Equal(left + (beat.Index * midi.TicksPerQuarter * tick), beat.Item.X, Tolerance));
        CheckMarks(midi["melody"].Notes, [.. roll.Marks.Where(mark => mark.Melody)], left, tick);
        CheckMarks(midi["chords"].Notes, [.. roll.Marks.Where(mark => !mark.Melody)], left, tick);
    }

    private static void CheckMarks(
        IReadOnlyList<MidiContent.Note> notes, IReadOnlyList<PianoRollContent.Mark> marks, double left, double tick)
    {
        Assert.Equal(notes.Count, marks.Count);
        Assert.Equal(notes.Select(note => note.Pitch).Distinct().Count(), marks.Select(mark => mark.Y).Distinct().Count());
        var heights = marks.Select(mark => mark.Y).Distinct().OrderDescending().ToArray();
        var pitches = notes.Select(note => note.Pitch).Distinct().Order().ToArray();
        Assert.All(notes, note => Assert.Single(marks, mark =>
            Math.Abs(mark.X - left - (note.Start * tick)) < Tolerance
            && Math.Abs(mark.Width - ((note.End - note.Start) * tick)) < Tolerance
            && Array.IndexOf(heights, mark.Y) == Array.IndexOf(pitches, note.Pitch)));
    }
}
