namespace GpuJazz.Music;

/// <summary>A small, soft room: eight delays that feed each other, each a little darker on every round.</summary>
/// <remarks>
/// A feedback delay network (Jot, 1991) whose matrix is a Householder reflection, which keeps energy and costs one sum. The
/// lengths are primes, so that echoes do not coincide.
/// </remarks>
internal sealed class Room
{
    /// <summary>Seconds in which it falls silent (60 dB).</summary>
    public const double Reverberation = 1.1;

    private const double Wet = 0.11;
    private const float Darkness = 0.35f;

    private static readonly int[] Lengths = [1103, 1301, 1511, 1741, 1949, 2203, 2437, 2687];

    private readonly float[][] lines = [.. Lengths.Select(length => new float[length])];
    private readonly float[] gains = [.. Lengths.Select(GainFor)];
    private readonly float[] darkened = new float[Lengths.Length];
    private readonly int[] positions = new int[Lengths.Length];

    /// <summary>Adds the room's answer to a mix.</summary>
    /// <param name="mix">The mix; its end should leave time for the room to fall silent.</param>
    public static void Answer(StereoMix mix)
    {
        var room = new Room();
        for (var frame = 0; frame < mix.Frames; frame++)
        {
            var (left, right) = room.Next(mix.Left[frame], mix.Right[frame]);
            mix.Left[frame] += (float)(Wet * left);
            mix.Right[frame] += (float)(Wet * right);
        }
    }

    private (float Left, float Right) Next(float left, float right)
    {
        Span<float> heard = stackalloc float[Lengths.Length];
        float sum = 0;
        for (var i = 0; i < heard.Length; i++)
        {
            darkened[i] += (1 - Darkness) * ((gains[i] * lines[i][positions[i]]) - darkened[i]);
            heard[i] = darkened[i];
            sum += heard[i];
        }

        var reflection = sum * 2 / heard.Length;
        for (var i = 0; i < heard.Length; i++)
        {
            lines[i][positions[i]] = heard[i] - reflection + (i % 2 == 0 ? left : right);
            if (++positions[i] == lines[i].Length) positions[i] = 0;
        }

        return (heard[0] - heard[2] + heard[4] - heard[6], heard[1] - heard[3] + heard[5] - heard[7]);
    }

    private static float GainFor(int length) =>
        (float)Math.Pow(10, -3 * length / (Reverberation * StereoSound.SampleRate));
}
