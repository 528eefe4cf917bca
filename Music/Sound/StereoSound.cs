namespace GpuJazz.Music;

/// <summary>Stereo sound as 16-bit samples, 44,100 frames a second.</summary>
public sealed class StereoSound
{
    /// <summary>Frames a second.</summary>
    public const int SampleRate = 44_100;

    /// <summary>Samples in a frame: left, then right.</summary>
    public const int Channels = 2;

    /// <summary>A sound of these samples.</summary>
    /// <param name="samples">Interleaved, [frames, 2]; kept, not copied.</param>
    /// <exception cref="ArgumentException">Their number is odd.</exception>
    public StereoSound(short[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Length % Channels != 0) throw new ArgumentException("stereo sound has an even number of samples", nameof(samples));
        Samples = samples;
    }

    /// <summary>The samples, interleaved: [frames, 2], left first.</summary>
    public short[] Samples { get; }

    /// <summary>How many frames it has.</summary>
    public int Frames => Samples.Length / Channels;

    /// <summary>How long it lasts.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(Frames / (double)SampleRate);
}
