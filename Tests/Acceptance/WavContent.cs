using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace GpuJazz.Tests.Acceptance;

/// <summary>A WAV file of 16-bit stereo PCM at 44,100 Hz. Anything else fails the test.</summary>
/// <param name="Left">The left channel.</param>
/// <param name="Right">The right channel.</param>
internal sealed record WavContent(short[] Left, short[] Right)
{
    public const int Rate = 44_100;

    public double Seconds => (double)Left.Length / Rate;

    public static WavContent Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(("RIFF", "WAVE", "fmt ", "data"), (Name(bytes, 0), Name(bytes, 8), Name(bytes, 12), Name(bytes, 36)));
        Assert.Equal(bytes.Length - 8, Long(bytes, 4));
        Assert.Equal(16, Long(bytes, 16));
        Assert.Equal((1, 2), (Short(bytes, 20), Short(bytes, 22))); // PCM, stereo
        Assert.Equal((Rate, Rate * 4), (Long(bytes, 24), Long(bytes, 28)));
        Assert.Equal((4, 16), (Short(bytes, 32), Short(bytes, 34)));
        Assert.Equal(bytes.Length - 44, Long(bytes, 40));
        var samples = MemoryMarshal.Cast<byte, short>(bytes.AsSpan(44));
        var sound = new WavContent(new short[samples.Length / 2], new short[samples.Length / 2]);
        for (var index = 0; index < samples.Length; index++) (index % 2 == 0 ? sound.Left : sound.Right)[index / 2] = samples[index];
        return sound;
    }

    private static string Name(byte[] bytes, int at) => Encoding.ASCII.GetString(bytes, at, 4);

    private static int Long(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(at));
}
