using System.IO.Compression;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using static GpuJazz.Tests.DryWetMidi.Smf;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>Headers, unknown chunks, and the arrangement of tracks by format.</summary>
public class ChunksTest
{
    [Theory]
    [InlineData("00 60", 96)]
    [InlineData("03 C0", 960)]
    [InlineData("7F FF", 32767)]
    public void A_positive_division_is_ticks_in_a_quarter_note(string division, short ticks)
    {
        var bytes = File(Header(1, 0, division), Track("00 90 3C 64"));
        var file = Read(bytes);

        Assert.Equal(new TicksPerQuarterNoteTimeDivision(ticks), file.TimeDivision);
        Assert.Equal(bytes, Write(file, MidiFileFormat.SingleTrack));
    }

    [Theory]
    [InlineData("E8 04", SmpteFormat.TwentyFour, 4)]
    [InlineData("E7 28", SmpteFormat.TwentyFive, 40)]
    [InlineData("E3 50", SmpteFormat.ThirtyDrop, 80)]
    [InlineData("E2 64", SmpteFormat.Thirty, 100)]
    public void A_negative_division_is_ticks_in_a_SMPTE_frame(string division, SmpteFormat format, byte resolution)
    {
        var bytes = File(Header(1, 0, division), Track("00 90 3C 64"));
        var file = Read(bytes);

        Assert.Equal(new SmpteTimeDivision(format, resolution), file.TimeDivision);
        Assert.Equal(bytes, Write(file, MidiFileFormat.SingleTrack));
    }

    [Fact]
    public void Unknown_chunks_are_kept_byte_for_byte_and_in_their_places()
    {
        var bytes = File(
            Header(2), Chunk("XFIH", "01 02 00 FF"), Track("00 90 3C 64"), Chunk("Zero", ""), Track("00 91 3C 64"),
            Chunk("\u00E9tc.", "F0"));
        var file = Read(bytes);

        Assert.Equal(5, file.Chunks.Count);
        Assert.Equal([1, 2, 0, 255], Assert.IsType<UnknownChunk>(file.Chunks[0]).Data);
        if (IsOwnSource)
            Assert.Equal(bytes, Write(file, MidiFileFormat.MultiTrack));
        Assert.Equal(
            Hex(File(Header(2), Track("00 90 3C 64"), Track("00 91 3C 64"))),
            Hex(Write(file, MidiFileFormat.MultiTrack, new WritingSettings { DeleteUnknownChunks = true })));
        Assert.Equal(2, Read(bytes, new ReadingSettings { UnknownChunkIdPolicy = UnknownChunkIdPolicy.Skip }).Chunks.Count);
    }

    [Theory]
    [InlineData(0, MidiFileFormat.SingleTrack)]
    [InlineData(1, MidiFileFormat.MultiTrack)]
    [InlineData(2, MidiFileFormat.MultiSequence)]
    public void The_original_format_is_the_headers(int number, MidiFileFormat format) =>
        Assert.Equal(format, Read(File(Header(1, number), Track("00 90 3C 64"))).OriginalFormat);

    [Fact]
    public void A_file_made_here_has_no_original_format() =>
        Assert.Throws<InvalidOperationException>(() => new MidiFile().OriginalFormat);

    [Fact]
    public void Format_0_merges_tracks_by_time_with_meta_events_first()
    {
        var file = new MidiFile(
            new TrackChunk(On(60), Off(60, 10)),
            new TrackChunk(new TextEvent("a"), On(64, 4), new TextEvent("b") { DeltaTime = 6 }));
        var merged = Read(Write(file, MidiFileFormat.SingleTrack)).GetTrackChunks().Single().Events;

        MidiEvent[] expected = [new TextEvent("a"), On(60), On(64, 4), new TextEvent("b") { DeltaTime = 6 }, Off(60)];
        Assert.Equal(WriteEvents(expected), WriteEvents(merged));
    }

    [Fact]
    public void Format_1_splits_a_track_that_is_alone_by_channel()
    {
        var file = new MidiFile(new TrackChunk(
            new SequenceTrackNameEvent("All"), On(60), On(40, 2, channel: 3), Off(60, 2),
            new ChannelPrefixEvent(3), new TextEvent("bass"), Off(40, 4, 3)));
        var tracks = Read(Write(file, MidiFileFormat.MultiTrack)).GetTrackChunks().ToArray();

        Assert.Equal(
            [
                WriteEvents([new SequenceTrackNameEvent("All")]),
                WriteEvents([On(60), Off(60, 4)]),
                WriteEvents([On(40, 2, 3), new ChannelPrefixEvent(3) { DeltaTime = 2 }, new TextEvent("bass"), Off(40, 4, 3)]),
            ],
            tracks.Select(t => WriteEvents(t.Events)));
    }

    [Fact]
    public void Format_2_merges_tracks_of_one_sequence_number()
    {
        var file = new MidiFile(
            new TrackChunk(new SequenceNumberEvent(7), On(60)),
            new TrackChunk(On(61)),
            new TrackChunk(new SequenceNumberEvent(7), On(62, 1)));
        var tracks = Read(Write(file, MidiFileFormat.MultiSequence)).GetTrackChunks().ToArray();

        Assert.Equal(2, tracks.Length);
        Assert.Equal(
            WriteEvents([new SequenceNumberEvent(7), new SequenceNumberEvent(7), On(60), On(62, 1)]),
            WriteEvents(tracks[0].Events));
        Assert.Equal(WriteEvents([On(61)]), WriteEvents(tracks[1].Events));
    }

    [Fact]
    public void A_file_inside_a_RIFF_file_is_read()
    {
        var smf = FileOf("00 90 3C 64");
        byte[] riff = [.. "RIFF"u8, (byte)(smf.Length + 12), 0, 0, 0, .. "RMIDdata"u8, 0, 0, 0, (byte)smf.Length, .. smf, 1, 2, 3];

        Assert.Equal(smf, Write(Read(riff), MidiFileFormat.SingleTrack));
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read()
    {
        var bytes = FileOf("00 90 3C 64");
        using var pipe = new DeflateStream(Deflated(bytes), CompressionMode.Decompress);

        Assert.False(pipe.CanSeek);
        Assert.Equal(bytes, Write(MidiFile.Read(pipe), MidiFileFormat.SingleTrack));
    }

    [Fact]
    public void A_path_is_written_only_once_unless_overwriting_is_asked_for()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var file = Read(FileOf("00 90 3C 64"));
            file.Write(path, format: MidiFileFormat.SingleTrack);
            Assert.Throws<IOException>(() => file.Write(path));
            file.Write(path, overwriteFile: true, format: MidiFileFormat.SingleTrack);

            Assert.True(MidiFile.Equals(file, MidiFile.Read(path), out var message), message);
            Assert.True(MidiFile.Equals(file, file.Clone(), out message), message);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private static MemoryStream Deflated(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var deflate = new DeflateStream(stream, CompressionMode.Compress, leaveOpen: true))
            deflate.Write(bytes);
        stream.Position = 0;
        return stream;
    }
}
