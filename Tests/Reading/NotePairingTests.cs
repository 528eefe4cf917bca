using GpuJazz.Music;

namespace GpuJazz.Tests.Reading;

public sealed class NotePairingTests
{
    [Fact]
    public void A_note_on_takes_the_first_later_note_off_of_its_pitch_and_channel()
    {
        var track = new MidiBuilder().Track().On(0, 60).Off(10, 61).Off(20, 60, channel: 1).Off(30, 60).Off(40, 60).ToTrack();
        Assert.Equal([new MidiNote(0, 30, 60, 0)], NotePairing.Pair(track));
    }

    [Fact]
    public void A_note_off_already_used_is_passed_over()
    {
        var track = new MidiBuilder().Track().On(0, 60).On(10, 60).Off(20, 60).Off(50, 60).ToTrack();
        Assert.Equal([new MidiNote(0, 20, 60, 0), new MidiNote(10, 50, 60, 0)], NotePairing.Pair(track));
    }

    [Fact]
    public void A_note_on_of_velocity_0_is_a_note_off()
    {
        var track = new MidiBuilder().Track().On(0, 60).On(24, 60, velocity: 0).On(30, 60).Off(40, 60).ToTrack();
        Assert.Equal([new MidiNote(0, 24, 60, 0), new MidiNote(30, 40, 60, 0)], NotePairing.Pair(track));
    }

    [Fact]
    public void An_off_before_its_on_and_an_on_without_an_off_are_nothing()
    {
        var track = new MidiBuilder().Track().Off(0, 60).On(0, 60).On(5, 62).Off(9, 60).On(12, 60).ToTrack();
        Assert.Equal([new MidiNote(0, 9, 60, 0)], NotePairing.Pair(track));
    }

    [Fact]
    public void Later_is_meant_in_the_order_of_events()
    {
        // At tick 10 the off comes first: it ends the first note, and the second note begins after it.
        var track = new MidiBuilder().Track().On(0, 60).Off(10, 60).On(10, 60).Off(10, 60).ToTrack();
        Assert.Equal([new MidiNote(0, 10, 60, 0), new MidiNote(10, 10, 60, 0)], NotePairing.Pair(track));
    }

    [Fact]
    public void Notes_come_in_the_order_of_their_note_ons()
    {
        var track = new MidiBuilder().Track().Note(70, 0, 90).Note(60, 0, 10).Note(65, 5, 7, channel: 3).ToTrack();
        Assert.Equal([70, 60, 65], NotePairing.Pair(track).Select(note => note.Pitch));
    }

    [Fact]
    public void Every_note_on_is_paired_as_a_search_from_each_would_pair_it()
    {
        const int Seed = 20160411;
        var random = new Random(Seed);
        for (var round = 0; round < 50; round++)
        {
            var builder = new MidiBuilder().Track();
            List<(long Time, int Pitch, bool IsOn)> events = [];
            for (var i = 0; i < 60; i++)
            {
                var (pitch, isOn) = (60 + random.Next(3), random.Next(2) == 0);
                events.Add((i, pitch, isOn));
                _ = isOn ? builder.On(i, pitch) : builder.Off(i, pitch);
            }

            List<MidiNote> expected = [];
            HashSet<int> used = [];
            for (var i = 0; i < events.Count; i++)
            {
                if (!events[i].IsOn) continue;
                for (var j = i + 1; j < events.Count; j++)
                {
                    if (events[j].IsOn || events[j].Pitch != events[i].Pitch || !used.Add(j)) continue;
                    expected.Add(new MidiNote(i, j, events[i].Pitch, 0));
                    break;
                }
            }

            Assert.Equal(expected, NotePairing.Pair(builder.ToTrack()));
        }
    }
}
