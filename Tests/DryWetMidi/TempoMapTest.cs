using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;
using static GpuJazz.Tests.DryWetMidi.Smf;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>Tempo maps against numbers worked out by hand.</summary>
public class TempoMapTest
{
    private static readonly TicksPerQuarterNoteTimeDivision Division = new(480);

    /// <summary>120 a minute for two quarter notes, 240 for two, 60 from then on; 3/4 from the second change.</summary>
    private static TempoMap Map()
    {
        using var manager = new TempoMapManager(Division);
        manager.SetTempo(1920, new Tempo(1_000_000));
        manager.SetTempo(960, new Tempo(250_000));
        manager.SetTimeSignature(1920, new TimeSignature(3, 4));
        return manager.TempoMap;
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1042)]
    [InlineData(480, 500_000)]
    [InlineData(960, 1_000_000)]
    [InlineData(961, 1_000_521)]
    [InlineData(1440, 1_250_000)]
    [InlineData(1920, 1_500_000)]
    [InlineData(2400, 2_500_000)]
    public void Ticks_become_microseconds_through_the_tempos_before_them(long ticks, long microseconds)
    {
        var map = Map();

        Assert.Equal(microseconds, TimeConverter.ConvertTo<MetricTimeSpan>(ticks, map).TotalMicroseconds);
        Assert.Equal(ticks, TimeConverter.ConvertFrom(new MetricTimeSpan(microseconds), map));
        Assert.Equal(ticks, TimeConverter.ConvertTo<MidiTimeSpan>(new MetricTimeSpan(microseconds), map).TimeSpan);
        Assert.Equal(ticks, TimeConverter.ConvertTo<MidiTimeSpan>(ticks, map).TimeSpan);
    }

    [Theory]
    [InlineData(480, 960, 750_000)]
    [InlineData(960, 480, 250_000)]
    [InlineData(1440, 960, 1_250_000)]
    [InlineData(0, 0, 0)]
    public void A_length_goes_through_the_tempos_from_its_begin(long begin, long ticks, long microseconds)
    {
        var map = Map();

        Assert.Equal(microseconds, LengthConverter.ConvertTo<MetricTimeSpan>(ticks, begin, map).TotalMicroseconds);
        Assert.Equal(ticks, LengthConverter.ConvertFrom(new MetricTimeSpan(microseconds), begin, map));
    }

    [Fact]
    public void Tempo_and_time_signature_hold_from_their_change_on()
    {
        var map = Map();

        Assert.Equal([(960L, 250_000L), (1920, 1_000_000)], Tempos(map));
        Assert.Equal(new TimeSignature(3, 4), Assert.Single(map.GetTimeSignatureChanges()).Value);
        Assert.Equal(Tempo.Default, map.GetTempoAtTime(new MidiTimeSpan(959)));
        Assert.Equal(240, map.GetTempoAtTime(new MidiTimeSpan(960)).BeatsPerMinute);
        Assert.Equal(60, map.GetTempoAtTime(new MetricTimeSpan(0, 0, 2)).BeatsPerMinute);
        Assert.Equal(TimeSignature.Default, map.GetTimeSignatureAtTime(new MidiTimeSpan(1919)));
        Assert.Equal("3/4", map.GetTimeSignatureAtTime(new MidiTimeSpan(1920)).ToString());
    }

    [Fact]
    public void What_holds_already_is_no_change()
    {
        using var manager = new TempoMapManager(Division);
        manager.SetTempo(0, Tempo.Default);
        manager.SetTempo(96, new Tempo(1));
        manager.SetTempo(192, new Tempo(1));
        manager.SetTempo(96, new Tempo(2));

        Assert.Equal([(96L, 2L)], Tempos(manager.TempoMap));
        manager.ClearTempo(97);
        Assert.Single(manager.TempoMap.GetTempoChanges());
        manager.ClearTempo(0, 96);
        Assert.Empty(manager.TempoMap.GetTempoChanges());
    }

    [Fact]
    public void A_changed_map_converts_by_its_new_tempos()
    {
        using var manager = new TempoMapManager(Division);
        Assert.Equal(500_000, TimeConverter.ConvertTo<MetricTimeSpan>(480, manager.TempoMap).TotalMicroseconds);
        manager.SetTempo(0, Tempo.FromBeatsPerMinute(60));
        Assert.Equal(1_000_000, TimeConverter.ConvertTo<MetricTimeSpan>(480, manager.TempoMap).TotalMicroseconds);
    }

    [Fact]
    public void The_map_of_a_file_comes_from_all_tracks()
    {
        var file = new MidiFile(
            new TrackChunk(new SetTempoEvent(400_000), new SetTempoEvent(300_000) { DeltaTime = 96 }),
            new TrackChunk(new TimeSignatureEvent(6, 8), On(60), new SetTempoEvent(200_000) { DeltaTime = 48 }));
        var map = file.GetTempoMap();

        Assert.Equal([(0L, 400_000L), (48, 200_000), (96, 300_000)], Tempos(map));
        Assert.Equal(new TimeSignature(6, 8), map.GetTimeSignatureAtTime(new MidiTimeSpan()));
        Assert.Equal(new TicksPerQuarterNoteTimeDivision(96), map.TimeDivision);
        Assert.Equal(300_000, file.GetDuration<MetricTimeSpan>().TotalMicroseconds);
    }

    [Fact]
    public void A_replaced_map_stands_in_the_first_track_only()
    {
        var file = new MidiFile(
            new TrackChunk(new SequenceTrackNameEvent("one"), new SetTempoEvent(1), On(60, 10)),
            new TrackChunk(new SetTempoEvent(2), new TimeSignatureEvent(5, 4) { DeltaTime = 3 }, On(62, 7)));
        file.ReplaceTempoMap(Map());

        Assert.Equal(Map(), file.GetTempoMap());
        Assert.Equal(Division, file.TimeDivision);
        var tracks = file.GetTrackChunks().ToArray();
        Assert.Equal(
            WriteEvents(
            [
                new SequenceTrackNameEvent("one"), On(60, 10), new SetTempoEvent(250_000) { DeltaTime = 950 },
                new SetTempoEvent(1_000_000) { DeltaTime = 960 }, new TimeSignatureEvent(3, 4),
            ]),
            WriteEvents(tracks[0].Events));
        Assert.Equal(WriteEvents([On(62, 10)]), WriteEvents(tracks[1].Events));
    }

    [Fact]
    public void A_file_without_tracks_gets_one_for_its_map()
    {
        var file = new MidiFile();
        file.ReplaceTempoMap(TempoMap.Create(Division, Tempo.FromBeatsPerMinute(130), new TimeSignature(3, 4)));

        Assert.Equal(WriteEvents([new SetTempoEvent(461_538), new TimeSignatureEvent(3, 4)]), WriteOnlyTrack(file));
    }

    [Fact]
    public void A_managed_map_is_written_when_disposed_of()
    {
        var file = new MidiFile(new TrackChunk(On(60, 96)));
        using (var manager = file.ManageTempoMap())
            manager.SetTempo(new MetricTimeSpan(0, 0, 0, 250), new Tempo(123));

        Assert.Equal(WriteEvents([new SetTempoEvent(123) { DeltaTime = 48 }, On(60, 48)]), WriteOnlyTrack(file));
    }

    [Fact]
    public void Ticks_in_SMPTE_frames_are_not_converted()
    {
        var map = TempoMap.Create(new SmpteTimeDivision(SmpteFormat.TwentyFive, 40));

        Assert.Throws<ArgumentException>(() => TimeConverter.ConvertTo<MetricTimeSpan>(1, map));
        Assert.Equal(1, TimeConverter.ConvertTo<MidiTimeSpan>(1, map).TimeSpan);
    }

    [Fact]
    public void A_tempo_is_rounded_to_microseconds_and_positive()
    {
        Assert.Equal(461_538, Tempo.FromBeatsPerMinute(130).MicrosecondsPerQuarterNote);
        Assert.Equal(500_000, Tempo.FromMillisecondsPerQuarterNote(500).MicrosecondsPerQuarterNote);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tempo(0));
        Assert.ThrowsAny<ArgumentException>(() => new TimeSignature(4, 3));
        Assert.ThrowsAny<ArgumentException>(() => new TimeSignature(0, 4));
    }

    [Fact]
    public void Time_spans_are_counted_and_compared()
    {
        MetricTimeSpan metric = new(1, 2, 3, 4);

        Assert.Equal("1:2:3:4", metric.ToString());
        Assert.Equal(3_723_004_000, metric.TotalMicroseconds);
        Assert.Equal(metric, (MetricTimeSpan)(TimeSpan)metric);
        Assert.Equal(new MetricTimeSpan(3), new MetricTimeSpan(5) - new MetricTimeSpan(2));
        Assert.Equal(new MetricTimeSpan(8), new MetricTimeSpan(5).Multiply(1.5));
        Assert.ThrowsAny<ArgumentException>(() => new MetricTimeSpan(1) - new MetricTimeSpan(2));
        Assert.True(new MidiTimeSpan(2) < new MidiTimeSpan(3));
        Assert.Equal(5L, new MidiTimeSpan(2) + new MidiTimeSpan(3));
        Assert.Equal(new MidiTimeSpan(3), new MidiTimeSpan(5).Divide(2));
        Assert.Throws<ArgumentException>(() => new MidiTimeSpan(1).CompareTo((object)metric));
    }

    private static IEnumerable<(long, long)> Tempos(TempoMap map) =>
        map.GetTempoChanges().Select(c => (c.Time, c.Value.MicrosecondsPerQuarterNote));

    private static string WriteOnlyTrack(MidiFile file) => WriteEvents(file.GetTrackChunks().Single().Events);
}
