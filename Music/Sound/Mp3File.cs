using System.Runtime.InteropServices;

namespace GpuJazz.Music;

/// <summary>Writes sound as an MP3 file: joint stereo, variable bit rate of about 190 kbit/s at most, by LAME's library.</summary>
public static class Mp3File
{
    private const int JointStereo = 1;
    private const int ModernVariableBitRate = 4;
    private const float Quality = 2;

    /// <summary>Frames that are encoded at a time.</summary>
    private const int Chunk = 1152 * 64;

    /// <summary>What LAME asks for: 1.25 times the frames, and 7200 bytes.</summary>
    private const int BufferBytes = (Chunk * 5 / 4) + 7200;

    /// <summary>Writes a sound.</summary>
    /// <param name="sound">What to write.</param>
    /// <param name="output">Where to; written from its present position, not closed, need not seek.</param>
    /// <exception cref="MusicException">LAME's library is not installed (the line says how to install it), or it refuses.</exception>
    public static void Write(StereoSound sound, Stream output)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentNullException.ThrowIfNull(output);
        Lame.Require();
        using var encoder = LameEncoder.Create();
        if (encoder.IsInvalid) throw new MusicException("LAME could not start: it is out of memory");
        Check(LameEncoder.SetSampleRate(encoder, StereoSound.SampleRate));
        Check(LameEncoder.SetChannels(encoder, StereoSound.Channels));
        Check(LameEncoder.SetFrames(encoder, new CULong((uint)sound.Frames)));
        Check(LameEncoder.SetMode(encoder, JointStereo));
        Check(LameEncoder.SetVariableBitRate(encoder, ModernVariableBitRate));
        Check(LameEncoder.SetQuality(encoder, Quality));
        Check(LameEncoder.Begin(encoder));
        using var file = Encode(encoder, sound);
        WriteTag(encoder, file);
        file.WriteTo(output);
    }

    private static MemoryStream Encode(LameEncoder encoder, StereoSound sound)
    {
        var file = new MemoryStream();
        var buffer = new byte[BufferBytes];
        for (var start = 0; start < sound.Frames; start += Chunk)
        {
            var frames = Math.Min(Chunk, sound.Frames - start);
            var samples = sound.Samples.AsSpan(StereoSound.Channels * start, StereoSound.Channels * frames);
            file.Write(buffer, 0, Check(LameEncoder.Encode(encoder, samples, frames, buffer, buffer.Length)));
        }

        file.Write(buffer, 0, Check(LameEncoder.Flush(encoder, buffer, buffer.Length)));
        return file;
    }

    /// <summary>Players and decoders read the exact length, without the encoder's padding, from the first frame.</summary>
    private static void WriteTag(LameEncoder encoder, MemoryStream file)
    {
        var frame = new byte[BufferBytes];
        var length = (int)LameEncoder.GetTagFrame(encoder, frame, (nuint)frame.Length);
        if (length > frame.Length || length > file.Length) throw new MusicException("LAME made no valid first frame; use WAV instead");
        file.Position = 0;
        file.Write(frame, 0, length);
    }

    private static int Check(int result) =>
        result >= 0 ? result : throw new MusicException($"LAME refused to encode (error {result}); use WAV instead");
}
