using ILGPU;
using ILGPU.Algorithms;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>Kernels whose work-items part and meet again: whatever runs them side by side must keep them apart.</summary>
internal static class MaskConstructs
{
    public static void NobodyEnters(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int value = index;
        if (index.X < 0)
        {
            // Outside the view, and never read.
            value = input[-1 - index.X];
            for (int i = 0; i < input.IntLength; i++) value += input[i];
            output[0] = -1;
        }

        output[index] = value;
    }

    public static void GuardedUniformLoad(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        // The same place for all who would read it, far behind the end of the view; but nobody does.
        var none = input.SubView(0, 0);
        int value = 1;
        if (index.X < none.IntLength) value = none[0];
        int far = input.IntLength * 1000000;
        if (index.X > far) value += input[far];
        output[index] = value;
    }

    public static void ExitValuesOfADivergentLoop(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int i = 0, last = -1, sum = 0;
        while (i < index.X && sum < 150)
        {
            last = input[i % input.IntLength];
            sum += last;
            i++;
        }

        output[index] = sum * 1000 + i * 10 + last % 10;
    }

    public static void UniformValueAfterADivergentBreak(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int step = 0, scale = 1;
        for (; step < 20; step++)
        {
            // The same for all who are still here, and each leaves with what it was then.
            scale = scale * 3 % 1009;
            if (input[(index.X + step) % input.IntLength] > 60 + index.X % 30) break;
        }

        output[index] = step * 2000 + scale;
    }

    public static void StoresUnderMasks(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        output[index] = 5;
        if ((index.X & 1) != 0)
        {
            output[index] = 6;
            if (input[index.X % input.IntLength] > 50) output[index] += 10;
            else if ((index.X & 4) != 0) output[index] -= 20;
        }
    }

    public static void Scatter(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        // 3 shares no factor with the length of 80: each place is written once.
        int place = index.X * 3 % 80;
        if (place % 5 != 2) output[place] = input[index.X % input.IntLength] + 1000 * index.X;
    }

    public static void GatherOfGathers(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int place = input[index.X % input.IntLength] % input.IntLength;
        int next = input[place] % input.IntLength;
        output[index] = input[next] + (index.X % 3 == 0 ? input[place / 2] : 7);
    }

    public static void AtomicsUnderMasks(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        if (index.X % 3 == 1) Atomic.Add(ref output[0], input[index.X % input.IntLength]);
        if (index.X % 7 == 3) Atomic.Max(ref output[1], index.X);
        for (int i = 0; i < index.X % 4; i++) Atomic.Add(ref output[2 + i], 1);
    }

    public static void ContinueInNestedLoops(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int sum = 0;
        for (int i = 0; i < 6; i++)
        {
            if ((index.X + i) % 3 == 0) continue;
            for (int j = i; j < 9; j++)
            {
                if ((input[(index.X + j) % input.IntLength] & 1) == 0) continue;
                sum += i * j;
                if (sum > 200) break;
            }

            if (sum % 5 == 4) break;
        }

        output[index] = sum;
    }

    public static void ReturnFromALoop(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        for (int i = 0; i < 30; i++)
        {
            output[index] += i;
            if (input[(index.X * 5 + i) % input.IntLength] == 74) return;
            if (index.X % 9 == 8 && i > 3) return;
        }

        output[index] += 1000;
    }

    public static void LocalArrayOfEach(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        var own = LocalMemory.Allocate<int>(16);
        for (int i = 0; i < 16; i++) own[i] = index.X + i;
        if (index.X % 2 == 1) own[index.X % 16] = -100;
        for (int i = 0; i < index.X % 6; i++) own[input[(index.X + i) % input.IntLength] & 15] *= 2;
        int sum = 0;
        for (int i = 15; i >= 0; i--) sum = sum * 3 + own[i];
        output[index] = sum;
    }

    public static void SwitchInALoop(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int state = index.X % 4, steps = 0;
        while (state != 3 && steps < 25)
        {
            steps++;
            switch (state)
            {
                case 0: state = input[(index.X + steps) % input.IntLength] % 4; continue;
                case 1: state = (steps & 1) * 2; break;
                case 2: steps += 2; state = steps % 4; break;
            }

            if (steps > 20) break;
        }

        output[index] = state * 100 + steps;
    }

    public static void LazyConditions(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        // What stands on the right is outside of the view for those whom the left stops.
        int place = index.X - 20;
        bool inside = place >= 0 && place < input.IntLength && input[place] > 30;
        int from = place < 0 || input[XMath.Min(place, input.IntLength - 1)] < 50 ? 1 : 2;
        output[index] = inside ? from : from + 10;
    }

    public static void Everything(Index1D index, ArrayView<int> input, ArrayView<int> output)
    {
        int a = input[index.X % input.IntLength];
        for (int i = 0; i < a % 7; i++)
        {
            if ((a & 1) == 0)
            {
                int j = 0;
                do
                {
                    a += j * i;
                    if (a > 90) break;
                }
                while (++j < index.X % 5);
                if (j == 2) continue;
            }
            else if (a == 33)
            {
                return;
            }

            a ^= i << (index.X & 7);
        }

        output[index] = a;
    }
}
