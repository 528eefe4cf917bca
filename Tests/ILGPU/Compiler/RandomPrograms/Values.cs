namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>What programs read.</summary>
internal static class Inputs
{
    // More than any index that a program makes of its own.
    private const int Length = 1024;

    private static readonly Draw Draw = new(5);

    /// <summary>Integers, small and large.</summary>
    public static int[] Integers { get; } = Make(() => Draw.Percent(60) ? Draw.Below(40) - 10 : (int)Draw.Next());

    /// <summary>Wide integers, small and large.</summary>
    public static long[] Longs { get; } = Make(() => Draw.Percent(60) ? Draw.Below(40) - 10 : (long)Draw.Next());

    /// <summary>Numbers, with those that are none and those without bounds.</summary>
    public static float[] Floats { get; } = Make(() => Draw.Percent(80)
        ? (Draw.Below(2000) - 1000) / 8f
        : Draw.Of(0f, -0f, 0.1f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 3e-39f, 1e30f, -3e9f));

    /// <summary>The same in double precision.</summary>
    public static double[] Doubles { get; } = Make(() => Draw.Percent(80)
        ? (Draw.Below(2000) - 1000) / 7.0
        : Draw.Of(0.0, -0.0, 0.1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 3e-310, 1e300, -3e18));

    private static T[] Make<T>(Func<T> value) => [.. Enumerable.Range(0, Length).Select(_ => value())];
}

/// <summary>What a program wrote.</summary>
internal sealed record Outputs(int[] Integers, float[] Floats, long[] Longs, double[] Doubles)
{
    private const int Length = 520;

    /// <summary>What is there before a program runs.</summary>
    public Outputs()
        : this(Filled(i => i - 7), Filled(i => i * 0.5f), Filled(i => (long)i << 30), Filled(i => i * -0.25))
    {
    }

    /// <summary>Where another differs, in words; nothing where it does not. Which NaN a NaN is does not count.</summary>
    public string? Difference(Outputs other) =>
        First("r", Integers, other.Integers) ?? First("y", Floats, other.Floats) ?? First("w", Longs, other.Longs) ?? First("z", Doubles, other.Doubles);

    private static T[] Filled<T>(Func<int, T> value) => [.. Enumerable.Range(0, Length).Select(value)];

    private static string? First<T>(string name, T[] wanted, T[] got)
        where T : struct
    {
        for (int i = 0; i < wanted.Length; i++)
        {
            if (Bits(wanted[i]) == Bits(got[i])) continue;
            string owner = i >= 512 ? "all work-items" : $"work-item {i % 256}";
            return $"{name}[{i}] of {owner} is {Word(got[i])}, not {Word(wanted[i])}";
        }

        return null;
    }

    private static string Word<T>(T value) => FormattableString.Invariant($"{value}");

    private static long Bits<T>(T value) => value switch
    {
        int number => number,
        long number => number,
        float number => float.IsNaN(number) ? 1 : BitConverter.SingleToInt32Bits(number),
        double number => double.IsNaN(number) ? 1 : BitConverter.DoubleToInt64Bits(number),
        _ => throw new ArgumentException("No output has such values.", nameof(value)),
    };
}
