using System.Buffers.Binary;
using System.Text;
using GpuJazz.Music;

namespace GpuJazz.Tests.Sound;

public sealed class WavFileTests
{
    [Fact]
    public void The_header_describes_the_samples_and_the_samples_follow_it()
    {
        using var stream = new MemoryStream();
        WavFile.Write(new StereoSound([1, -2, short.MaxValue, short.MinValue]), stream);
        var bytes = stream.ToArray();
        Assert.Equal(44 + 8, bytes.Length);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.Equal(bytes.Length - 8, Int(bytes, 4));
        Assert.Equal("WAVEfmt ", Encoding.ASCII.GetString(bytes, 8, 8));
        Assert.Equal([16, 0, 0, 0, 1, 0, 2, 0], bytes[16..24]);
        Assert.Equal(44100, Int(bytes, 24));
        Assert.Equal(44100 * 4, Int(bytes, 28));
        Assert.Equal([4, 0, 16, 0], bytes[32..36]);
        Assert.Equal("data", Encoding.ASCII.GetString(bytes, 36, 4));
        Assert.Equal(8, Int(bytes, 40));
        Assert.Equal([1, 0, 0xFE, 0xFF, 0xFF, 0x7F, 0x00, 0x80], bytes[44..]);
    }

    [Fact]
    public void An_odd_number_of_samples_is_no_stereo_sound() => Assert.Throws<ArgumentException>(() => new StereoSound(new short[3]));

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
