using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GpuJazz.Music;

/// <summary>Writes sound as a WAV file: RIFF, PCM, 16 bits, little-endian.</summary>
public static class WavFile
{
    private const int HeaderBytes = 44;
    private const int BytesPerFrame = StereoSound.Channels * sizeof(short);

    /// <summary>Writes a sound.</summary>
    /// <param name="sound">What to write.</param>
    /// <param name="output">Where to; written from its present position, not closed, need not seek.</param>
    public static void Write(StereoSound sound, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Header(checked(sound.Frames * BytesPerFrame)));
        if (BitConverter.IsLittleEndian) output.Write(MemoryMarshal.AsBytes(sound.Samples.AsSpan()));
        else WriteSwapped(sound.Samples, output);
    }

    private static byte[] Header(int dataBytes)
    {
        var header = new byte[HeaderBytes];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), (uint)dataBytes + HeaderBytes - 8);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16); // bytes of the format that follow
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), 1); // PCM
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), StereoSound.Channels);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), StereoSound.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), StereoSound.SampleRate * BytesPerFrame);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), BytesPerFrame);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), 8 * sizeof(short));
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), dataBytes);
        return header;
    }

    private static void WriteSwapped(short[] samples, Stream output)
    {
        var swapped = new short[samples.Length];
        BinaryPrimitives.ReverseEndianness(samples, swapped);
        output.Write(MemoryMarshal.AsBytes(swapped.AsSpan()));
    }
}
