using Melanchall.DryWetMidi.Core;
using static GpuJazz.Tests.DryWetMidi.Smf;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>What is wrong in a file ends the reading or is tolerated, as the settings say.</summary>
public class PoliciesTest
{
    private static readonly byte[] Note = Track("00 90 3C 64");

    [Fact]
    public void Without_a_header_reading_ends_unless_told_otherwise()
    {
        Assert.Throws<NoHeaderChunkException>(() => Read(Note));

        var file = Read(Note, new ReadingSettings { NoHeaderChunkPolicy = NoHeaderChunkPolicy.Ignore });
        Assert.Null(file.TimeDivision);
        Assert.Single(file.GetTrackChunks());
        Assert.Throws<InvalidOperationException>(() => Write(file, MidiFileFormat.MultiTrack));
    }

    [Fact]
    public void Another_number_of_tracks_than_announced_is_tolerated_unless_told_otherwise()
    {
        var abort = new ReadingSettings { UnexpectedTrackChunksCountPolicy = UnexpectedTrackChunksCountPolicy.Abort };
        foreach (var announced in new[] { 1, 3 })
        {
            var bytes = File(Header(announced), Note, Note);
            Assert.Equal(2, Read(bytes).GetTrackChunks().Count());
            var exception = Assert.Throws<UnexpectedTrackChunksCountException>(() => Read(bytes, abort));
            Assert.Equal((announced, 2), (exception.ExpectedCount, exception.ActualCount));
        }
    }

    [Fact]
    public void Tracks_beyond_the_number_announced_may_be_left_out()
    {
        var bytes = File(Header(1), Note, Track("00 91 3C 64"), Chunk("More", "00"));

        Assert.Equal(2, Read(bytes, new ReadingSettings { ExtraTrackChunkPolicy = ExtraTrackChunkPolicy.Skip }).Chunks.Count);
        Assert.Single(Read(bytes, new ReadingSettings { StopReadingOnExpectedTrackChunksCountReached = true }).Chunks);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(7)]
    public void A_track_longer_or_shorter_than_declared_ends_the_reading_unless_told_otherwise(byte declared)
    {
        byte[] track = [.. Chunk("MTrk", "00 90 3C 64 00 FF 2F 00"), 0];
        track[7] = declared;
        var bytes = File(Header(1), track);

        var exception = Assert.Throws<InvalidChunkSizeException>(() => Read(bytes));
        Assert.Equal(("MTrk", declared, 8), (exception.ChunkId, exception.ExpectedSize, exception.ActualSize));
        var ignore = new ReadingSettings { InvalidChunkSizePolicy = InvalidChunkSizePolicy.Ignore };
        if (declared > 8)
            Assert.Single(Read(bytes, ignore).GetTrackChunks().Single().Events);
    }

    [Fact]
    public void A_format_of_no_meaning_is_tolerated_until_it_is_asked_for()
    {
        var bytes = File(Header(1, format: 9), Note);

        Assert.Equal(9, Assert.Throws<UnknownFileFormatException>(() => Read(bytes).OriginalFormat).FileFormat);
        var abort = new ReadingSettings { UnknownFileFormatPolicy = UnknownFileFormatPolicy.Abort };
        Assert.Throws<UnknownFileFormatException>(() => Read(bytes, abort));
    }

    [Theory]
    [InlineData("F4", UnknownChannelEventPolicy.SkipStatusByte)]
    [InlineData("FE 01", UnknownChannelEventPolicy.SkipStatusByteAndOneDataByte)]
    [InlineData("F2 01 02", UnknownChannelEventPolicy.SkipStatusByteAndTwoDataBytes)]
    public void A_status_of_no_meaning_ends_the_reading_unless_told_otherwise(string bytes, UnknownChannelEventPolicy policy)
    {
        var events = $"00 {bytes} 00 90 3C 64";

        var exception = Assert.Throws<UnknownChannelEventException>(() => ReadEvents(events));
        Assert.Equal((15, Bytes(bytes)[0] & 15), (exception.StatusByte, exception.Channel));
        Assert.IsType<NoteOnEvent>(Assert.Single(ReadEvents(events, new ReadingSettings { UnknownChannelEventPolicy = policy })));
    }

    [Fact]
    public void A_data_byte_above_127_ends_the_reading_unless_told_otherwise()
    {
        const string Events = "00 90 3C 85";

        Assert.Equal(0x85, Assert.Throws<InvalidChannelEventParameterValueException>(() => ReadEvents(Events)).Value);
        Assert.Equal("00 90 3C 05", ReadWith(InvalidChannelEventParameterValuePolicy.ReadValid));
        Assert.Equal("00 90 3C 7F", ReadWith(InvalidChannelEventParameterValuePolicy.SnapToLimits));

        static string ReadWith(InvalidChannelEventParameterValuePolicy policy) =>
            WriteEvents(ReadEvents(Events, new() { InvalidChannelEventParameterValuePolicy = policy }));
    }

    [Theory]
    [InlineData("FF 59 02 08 00", "FF 59 02 07 00")]
    [InlineData("FF 59 02 00 02", "FF 59 02 00 01")]
    [InlineData("FF 54 05 1F 3C 00 00 00", "FF 54 05 17 3B 00 00 00")]
    public void A_meta_value_out_of_range_ends_the_reading_unless_told_otherwise(string bytes, string nearest)
    {
        Assert.Throws<InvalidMetaEventParameterValueException>(() => ReadEvents("00 " + bytes));
        var snap = new ReadingSettings { InvalidMetaEventParameterValuePolicy = InvalidMetaEventParameterValuePolicy.SnapToLimits };
        Assert.Equal("00 " + nearest, WriteEvents(ReadEvents("00 " + bytes, snap)));
    }

    [Theory]
    [InlineData("FF 51 03 00 00 00")]
    [InlineData("FF 58 04 04 08 18 08")]
    public void A_tempo_or_time_signature_that_cannot_be_ends_the_reading(string bytes)
    {
        var exception = Record.Exception(() => ReadEvents("00 " + bytes));

        Assert.True(
            exception is InvalidMetaEventParameterValueException || (!IsOwnSource && exception is ArgumentException),
            $"{exception}");
    }

    [Fact]
    public void Data_before_any_status_ends_the_reading() =>
        Assert.Throws<UnexpectedRunningStatusException>(() => ReadEvents("00 3C 64"));

    [Fact]
    public void A_track_without_its_end_is_tolerated_unless_told_otherwise()
    {
        var bytes = File(Header(1), Chunk("MTrk", "00 90 3C 64"));

        Assert.Single(Read(bytes).GetTrackChunks().Single().Events);
        Assert.Throws<MissedEndOfTrackEventException>(() => Read(bytes, new() { MissedEndOfTrackPolicy = MissedEndOfTrackPolicy.Abort }));
    }

    [Fact]
    public void A_chunk_of_an_unknown_kind_may_end_the_reading() =>
        Assert.Equal("Huh?", Assert.Throws<UnknownChunkException>(
            () => Read(File(Header(0), Chunk("Huh?", "")), new() { UnknownChunkIdPolicy = UnknownChunkIdPolicy.Abort })).ChunkId);

    [Fact]
    public void Empty_texts_and_data_are_read_as_empty_or_null()
    {
        const string Events = "00 FF 01 00 00 FF 7F 00 00 FF 60 00";
        var empty = ReadEvents(Events);
        var nulls = ReadEvents(Events, new() { ZeroLengthDataPolicy = ZeroLengthDataPolicy.ReadAsNull });

        Assert.Equal("", ((TextEvent)empty[0]).Text);
        Assert.Null(((TextEvent)nulls[0]).Text);
        Assert.Empty(((SequencerSpecificEvent)empty[1]).Data!);
        Assert.Null(((SequencerSpecificEvent)nulls[1]).Data);
        Assert.Null(((UnknownMetaEvent)nulls[2]).Data);
        Assert.Equal(Events, WriteEvents(nulls));
    }

    [Fact]
    public void What_was_read_of_a_file_that_ends_too_early_may_be_kept()
    {
        var bytes = FileOf("00 90 3C 64 10 80 3C 00")[..^7];

        Assert.Throws<NotEnoughBytesException>(() => Read(bytes));
        var file = Read(bytes, new() { NotEnoughBytesPolicy = NotEnoughBytesPolicy.Ignore });
        Assert.Single(file.GetTrackChunks().Single().Events);
    }

    [Fact]
    public void More_tracks_than_a_header_can_count_are_not_written()
    {
        var file = new MidiFile(Enumerable.Range(0, 65_536).Select(_ => new TrackChunk()));

        Assert.Equal(65_536, Assert.Throws<TooManyTrackChunksException>(() => Write(file, MidiFileFormat.MultiTrack)).TrackChunksCount);
    }
}
