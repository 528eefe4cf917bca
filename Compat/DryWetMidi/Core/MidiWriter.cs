using System.Buffers.Binary;
using System.Text;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Writes numbers and bytes as MIDI files hold them.</summary>
internal sealed class MidiWriter(Stream stream)
{
    /// <summary>A byte.</summary>
    public void WriteByte(byte value) => stream.WriteByte(value);

    /// <summary>Bytes as they are.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes) => stream.Write(bytes);

    /// <summary>Two bytes, the higher first.</summary>
    public void WriteWord(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        stream.Write(bytes);
    }

    /// <summary>Four bytes, the highest first.</summary>
    public void WriteDword(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        stream.Write(bytes);
    }

    /// <summary>A chunk's four letters, a byte for each.</summary>
    public void WriteChunkId(string id) => stream.Write(Encoding.Latin1.GetBytes(id));

    /// <summary>A variable-length number.</summary>
    /// <param name="value">The number, not negative.</param>
    public void WriteVlqNumber(long value)
    {
        Span<byte> bytes = stackalloc byte[9];
        var first = bytes.Length - 1;
        bytes[first] = (byte)(value & 0x7F);
        while ((value >>= 7) > 0)
            bytes[--first] = (byte)(0x80 | (value & 0x7F));
        stream.Write(bytes[first..]);
    }
}
