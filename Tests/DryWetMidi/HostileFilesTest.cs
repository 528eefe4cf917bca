using System.Text;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using static GpuJazz.Tests.DryWetMidi.Smf;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>Files that are no MIDI files, or lie, end in a clear exception and take no memory that they don't fill.</summary>
public class HostileFilesTest
{
    private const long Megabyte = 1 << 20;

    [Theory]
    [InlineData(100 * Megabyte)]
    [InlineData(Megabyte + 3)]
    public void Zeros_are_no_MIDI_file(long length)
    {
        using var zeros = new Zeros(length);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Record.Exception(() => MidiFile.Read(zeros));

        Assert.True(exception is NoHeaderChunkException or NotEnoughBytesException, $"{exception}");
        AssertAllocatedSince(before, Megabyte);
    }

    [Fact]
    public void A_text_is_no_MIDI_file()
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("All the things you are", 1000)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Assert.ThrowsAny<MidiException>(() => Read(text));
        Assert.True(exception is NoHeaderChunkException || !IsOwnSource, $"{exception}");
        AssertAllocatedSince(before, Megabyte);
    }

    [Fact]
    public void An_empty_stream_is_no_MIDI_file() => Assert.Throws<ArgumentException>(() => Read([]));

    [Theory]
    [InlineData("4D 54 72 6B 7F FF FF FF 00 90 3C 64")]
    [InlineData("58 58 58 58 7F FF FF FF 00 90 3C 64")]
    [InlineData("58 58 58 58 FF FF FF FF 00 90 3C 64")]
    [InlineData("4D 54 72 6B 00 00 00 0A 00 F0 87 FF FF FF 7F 00 00 00")]
    [InlineData("4D 54 72 6B 00 00 00 0A 00 FF 01 87 FF FF FF 7F 00 00")]
    [InlineData("4D 54 72 6B 00 00 00 0A 00 FF 7F 87 FF FF FF 7F 00 00")]
    [InlineData("4D 54 72 6B 00 00 00 0A 00 FF 60 87 FF FF FF 7F 00 00")]
    [InlineData("4D 54 72 6B 00 00 00 0A 00 FF 2F 87 FF FF FF 7F 00 00")]
    [InlineData("4D 54 72 6B 00 00 00 0E 00 F0 FF FF FF FF FF FF FF FF FF 7F 00 00")]
    [InlineData("4D 54 68 64 7F FF FF FF 00 01 00 01 00 60")]
    public void A_size_of_two_gigabytes_ends_in_an_exception_and_takes_no_memory(string chunk)
    {
        var bytes = File(Header(1), Bytes(chunk));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Record.Exception(() => Read(bytes));

        Assert.True(exception is MidiException || (!IsOwnSource && exception is ArgumentException or OutOfMemoryException), $"{exception}");
        AssertAllocatedSince(before, Megabyte);
    }

    [Fact]
    public void A_number_that_never_ends_ends_with_the_file()
    {
        var track = Chunk("MTrk", [.. Enumerable.Repeat((byte)0xFF, 100_000)]);

        Assert.Throws<NotEnoughBytesException>(() => Read(File(Header(1), track)));
    }

    [Fact]
    public void A_file_cut_off_anywhere_ends_in_an_exception()
    {
        var bytes = FuzzFile.Bytes;
        for (var length = 1; length < bytes.Length; length++)
        {
            var exception = Record.Exception(() => Read(bytes[..length]));

            // Between two chunks the file is whole, but for the number of tracks.
            if (exception is null)
                Assert.Contains(Encoding.ASCII.GetString(bytes, length, 4), new[] { "MTrk", "XFIH" });
            else
                Assert.IsAssignableFrom<MidiException>(exception);
        }
    }

    [Theory]
    [InlineData("FF 60")]
    [InlineData("80 60")]
    [InlineData("9C 00")]
    public void A_SMPTE_division_with_an_unknown_frame_rate_ends_in_an_exception(string division)
    {
        var exception = Record.Exception(() => Read(File(Header(1, 0, division), Track("00 90 3C 64"))));

        Assert.True(exception is MidiException || (!IsOwnSource && exception is ArgumentException), $"{exception}");
    }

    private static void AssertAllocatedSince(long before, long most)
    {
        if (IsOwnSource)
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
    }

    /// <summary>A stream of zeros that exist nowhere.</summary>
    private sealed class Zeros(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, Math.Max(0, length - Position));
            buffer.AsSpan(offset, read).Clear();
            Position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
