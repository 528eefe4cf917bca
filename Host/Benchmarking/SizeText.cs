using System.Globalization;
using GpuJazz.Kernels;

namespace GpuJazz.Host.Benchmarking;

/// <summary>Sizes as text: <c>m,T,H,V</c>.</summary>
internal static class SizeText
{
    private const int Numbers = 4;

    /// <summary>A size as it is written on the command line.</summary>
    public static string Of(LstmShape shape) => $"{shape.Sequences},{shape.Steps},{shape.Hidden},{shape.Vocabulary}";

    /// <summary>Reads a size.</summary>
    /// <param name="text">Four whole numbers of at least 1, with commas between.</param>
    /// <returns>The size, or null where the text is none, or its buffers would have more elements than the kernels can count.</returns>
    public static LstmShape? Parse(string text)
    {
        int[] numbers = [.. text.Split(',').Select(
            word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        if (numbers.Length != Numbers || numbers.Any(number => number < 1)) return null;
        var shape = new LstmShape(numbers[0], numbers[1], numbers[2], numbers[3]);
        var longest = (Int128)shape.Sequences * shape.Steps * Math.Max(4L * shape.Hidden, shape.Vocabulary);
        return longest <= int.MaxValue ? shape : null;
    }
}
