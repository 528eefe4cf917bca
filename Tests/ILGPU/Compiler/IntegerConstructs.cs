using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>A small kernel for each construct, over integers.</summary>
internal static class IntegerConstructs
{
    public static void NestedLoops(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int sum = 0;
        for (int i = 0; i < input.IntLength; i++)
            for (int j = i; j < index.X; j += 3) sum += input[i] * j;
        output[index] = sum;
    }

    public static void EarlyReturn(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        output[index] = -1;
        if (index.X % 3 == 0) return;
        for (int i = 0; i < input.IntLength; i++)
        {
            if (input[i] == index.X) return;
            output[index] = i;
        }
    }

    public static void WhileWithBreakAndContinue(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int i = index;
        int steps = 0;
        while (true)
        {
            i = (i * 7 + 3) % input.IntLength;
            if (++steps > 50) break;
            if ((input[i] & 1) == 0) continue;
            steps += 2;
            if (input[i] > 90) break;
        }

        output[index] = steps * 1000 + i;
    }

    public static void BreakOutOfTwo(Index1D index, ArrayView<int> input, ArrayView<int> output) => output[index] = FindPair(input, index);

    public static void DoWhile(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = index.X + 1;
        int count = 0;
        do
        {
            value = (value & 1) == 0 ? value / 2 : 3 * value + 1;
            count++;
        }
        while (value != 1 && count < 200);
        output[index] = count;
    }

    public static void Switches(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        switch (index.X % 7)
        {
            case 0: output[index] = 10; break;
            case 1:
            case 2: output[index] = input[index]; break;
            case 4: output[index] = index.X switch { > 20 => 1, > 10 => 2, _ => 3 }; break;
            default: output[index] = -5; break;
        }
    }

    public static void ShortCircuits(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int at = index.X - 3;
        bool isInside = at >= 0 && input[at] > 10;
        bool either = isInside || (index.X < input.IntLength && input[index] % 2 == 0);
        if ((isInside && either) || index.X == 5) output[index] = 1;
        else output[index] = either ? 2 : 3;
    }

    public static void Overflow(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int hash = unchecked((int)2166136261);
        for (int i = 0; i <= index.X; i++) hash = unchecked((hash ^ input[i % input.IntLength]) * 16777619);
        output[index] = unchecked(-hash + int.MaxValue - (hash << 3));
    }

    public static void Shifts(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = unchecked(input[index] * -1640531527);
        uint bits = (uint)value;
        output[index] = unchecked((value >> index.X) ^ (int)(bits >> index.X) ^ (value << index.X) ^ (int)((ulong)bits << 7 >> index.X));
    }

    public static void SmallTypes(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        sbyte small = unchecked((sbyte)(input[index] * 5));
        ushort medium = unchecked((ushort)(input[index] * -777));
        byte unsigned = unchecked((byte)(small + 1));
        output[index] = small * 3 + medium + unsigned;
    }

    public static void Unsigned(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        uint value = unchecked((uint)(input[index] - 50));
        ulong product = (ulong)value * 0xD2511F53u;
        bool isLarge = value > 0x7FFFFFFFu;
        output[index] = unchecked((int)((uint)(product >> 32) ^ (value / 7u) ^ (value % 13u))) + (isLarge ? 1 : 0);
    }

    public static void LocalArray(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var seen = LocalMemory.Allocate<int>(8);
        for (int i = 0; i < 8; i++) seen[i] = 0;
        for (int i = 0; i <= index.X; i++) seen[input[i % input.IntLength] & 7]++;
        int best = 0;
        for (int i = 1; i < 8; i++) best = XMath.Max(best, seen[i]);
        output[index] = best;
    }

    public static void Structs(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var both = new Pair(input, new Range(index.X, 4));
        both.Range.Move(1);
        var copy = both;
        copy.Range.Move(2);
        output[index] = both.Sum() * 1000 + copy.Sum();
    }

    public static void Generics(Index1D index, ArrayView<int> input, ArrayView<int> output) =>
        output[index] = Reduce<Largest>(input, index) * 100 + Reduce<Total>(input, index);

    public static void TypeArguments(Index1D index, ArrayView<int> input, ArrayView<int> output) =>
        output[index] = SizeOf<int>(input[index]) + SizeOf<long>(index.X) * 100 + SizeOf<byte>(1);

    public static void Swap(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int a = 0, b = 1;
        for (int i = 0; i < index.X; i++) (a, b) = (b, unchecked(a + b));
        Exchange(ref a, ref b);
        output[index] = unchecked(a * 3 - b);
    }

    public static void SubViews(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var rest = input.SubView(index.X % 5);
        var part = index.X % 2 == 0 ? rest : input.SubView(3, 4);
        ref int element = ref output[index];
        element = part[1];
        element += (int)part.Length * (index.X > 7 ? 2 : 3);
    }

    private static int SizeOf<T>(int value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(int)) return value;
        return typeof(T) != typeof(long) ? -1 : value + 7;
    }

    private static int FindPair(ArrayView<int> input, int wanted)
    {
        for (int i = 0; i < input.IntLength; i++)
            for (int j = 0; j < i; j++)
                if (input[i] + input[j] == wanted * 4) return i * 100 + j;
        return -1;
    }

    private static void Exchange(ref int first, ref int second) => (first, second) = (second, first);

    private static int Reduce<TRule>(ArrayView<int> input, int count)
        where TRule : struct, IRule
    {
        int result = TRule.Start;
        for (int i = 0; i < count; i++) result = TRule.Join(result, input[i % input.IntLength]);
        return result;
    }

    private interface IRule
    {
        static abstract int Start { get; }

        static abstract int Join(int first, int second);
    }

    private struct Largest : IRule
    {
        public static int Start => -1;

        public static int Join(int first, int second) => first > second ? first : second;
    }

    private struct Total : IRule
    {
        public static int Start => 0;

        public static int Join(int first, int second) => first + second;
    }

    private struct Range(int first, int count)
    {
        public int First = first;

        public readonly int End => First + count;

        public void Move(int by) => First += by;
    }

    private struct Pair(ArrayView<int> values, Range range)
    {
        public Range Range = range;

        public readonly int Sum()
        {
            int sum = 0;
            for (int i = Range.First; i < Range.End; i++) sum += values[i % values.IntLength];
            return sum;
        }
    }
}
