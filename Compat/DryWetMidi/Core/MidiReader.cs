using System.Buffers.Binary;
using System.Text;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Reads a stream's bytes through a buffer, and never allocates more than the stream still holds.</summary>
internal sealed class MidiReader
{
    private const int BufferSize = 1 << 16;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferSize];
    private long _bufferStart;
    private int _bufferCount;
    private int _offset;

    /// <summary>Begins where the stream stands; one that can't seek is copied into memory first.</summary>
    public MidiReader(Stream stream)
    {
        if (!stream.CanSeek)
        {
            var copy = new MemoryStream();
            stream.CopyTo(copy);
            copy.Position = 0;
            stream = copy;
        }

        _stream = stream;
        _bufferStart = stream.Position;
        Length = stream.Length;
    }

    /// <summary>The stream's length in bytes.</summary>
    public long Length { get; }

    /// <summary>Whether nothing is left.</summary>
    public bool EndReached => Position >= Length;

    /// <summary>Where the next byte is read; may lie behind the end.</summary>
    public long Position
    {
        get => _bufferStart + _offset;
        set
        {
            var offset = value - _bufferStart;
            if (offset >= 0 && offset <= _bufferCount)
            {
                _offset = (int)offset;
                return;
            }

            _bufferStart = value;
            _bufferCount = _offset = 0;
        }
    }

    /// <summary>Passes over bytes, maybe beyond the end.</summary>
    public void Skip(uint count) => Position += count;

    /// <summary>The next byte.</summary>
    /// <exception cref="NotEnoughBytesException">Nothing is left.</exception>
    public byte ReadByte()
    {
        if (_offset == _bufferCount && !Fill())
            throw new NotEnoughBytesException("The data ends within an event or a chunk.", 1, 0);
        return _buffer[_offset++];
    }

    /// <summary>The next bytes, fewer than asked for where the stream ends.</summary>
    /// <param name="count">How many; a negative number, which is a length beyond all bounds, means all that is left.</param>
    public byte[] ReadBytes(long count)
    {
        var left = Math.Max(0, Length - Position);
        var bytes = new byte[count < 0 ? left : Math.Min(count, left)];
        for (var read = 0; read < bytes.Length;)
        {
            if (_offset == _bufferCount && !Fill())
                return bytes[..read];
            var part = Math.Min(_bufferCount - _offset, bytes.Length - read);
            _buffer.AsSpan(_offset, part).CopyTo(bytes.AsSpan(read));
            _offset += part;
            read += part;
        }

        return bytes;
    }

    /// <summary>The content of an event or a chunk whose length was declared.</summary>
    /// <exception cref="NotEnoughBytesException">Fewer bytes are left, and the policy is to abort.</exception>
    public byte[] ReadData(long size, NotEnoughBytesPolicy policy)
    {
        var data = ReadBytes(size);
        return data.Length == size || policy == NotEnoughBytesPolicy.Ignore
            ? data
            : throw new NotEnoughBytesException(
                $"An event or a chunk declares {size} bytes, and {data.Length} are left.", size, data.Length);
    }

    /// <summary>Two bytes, the higher first.</summary>
    public ushort ReadWord() => (ushort)((ReadByte() << 8) | ReadByte());

    /// <summary>Three bytes, the highest first.</summary>
    public uint Read3ByteDword() => (uint)((ReadWord() << 8) | ReadByte());

    /// <summary>Four bytes, the highest first.</summary>
    public uint ReadDword()
    {
        if (_bufferCount - _offset < sizeof(uint))
            return ((uint)ReadWord() << 16) | ReadWord();
        var value = BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(_offset));
        _offset += sizeof(uint);
        return value;
    }

    /// <summary>A chunk's four letters, a character for each byte.</summary>
    public string ReadChunkId() => Encoding.Latin1.GetString(ReadBytes(MidiChunk.IdLength));

    /// <summary>A variable-length number: seven bits a byte, the highest first, and the eighth bit set in all but the last byte.</summary>
    /// <returns>The number; wrapped, maybe to a negative one, where it is longer than 63 bits.</returns>
    public long ReadVlqNumber()
    {
        var result = 0L;
        byte next;
        do
        {
            next = ReadByte();
            result = (result << 7) | (uint)(next & 0x7F);
        }
        while (next > 0x7F);
        return result;
    }

    private bool Fill()
    {
        var position = Position;
        _bufferStart = position;
        _bufferCount = _offset = 0;
        if (position >= Length)
            return false;
        _stream.Position = position;
        _bufferCount = _stream.Read(_buffer);
        return _bufferCount > 0;
    }
}
