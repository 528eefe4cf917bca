using ILGPU;
using ILGPU.Compiler.Simd;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GpuJazz.Tests.ILGPU.Compiler.Simd;

/// <summary>Lanes that wait for others are not left behind by a way that those take together.</summary>
public sealed class WaitingLanesTests : AcceleratorTest
{
    private const int Count = 67;

    public static TheoryData<string, int> Kernels => new()
    {
        { nameof(EitherOr), 0 }, { nameof(EitherOr), 1 }, { nameof(Joined), 0 }, { nameof(Joined), 1 }, { nameof(TwoWaysRound), 5 },
        { nameof(TwoWaysRound), -1 }, { nameof(LeftTogether), 1 }, { nameof(LeftTogether), 0 }, { nameof(Returned), 1 }, { nameof(Truths), 0 },
    };

    [Theory]
    [MemberData(nameof(Kernels))]
    public void All_come_out_as_in_CSharp(string name, int u)
    {
        var method = typeof(WaitingLanesTests).GetMethod(name, System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        var called = Run(new(Context, CPUDevice.Nvidia, CPUAcceleratorMode.Auto) { CallsKernels = true }, method, u);
        foreach (var lanes in new[] { null, LaneMachine.Narrow, LaneMachine.Middle })
        {
            var compiled = new CPUAccelerator(Context, CPUDevice.Nvidia, CPUAcceleratorMode.Auto) { Lanes = lanes, RunsWhatIsRefused = false };
            Assert.Equal(called, Run(compiled, method, u));
        }
    }

    private static int[] Run(CPUAccelerator accelerator, System.Reflection.MethodInfo method, int u)
    {
        using var owned = accelerator;
        using var a = accelerator.Allocate1D([.. Enumerable.Range(0, Count).Select(i => (i * 7 % 9) - 3)]);
        using var b = accelerator.Allocate1D([.. Enumerable.Range(0, Count).Select(i => (i * 5 % 11) - 4)]);
        using var o = accelerator.Allocate1D(new int[Count]);
        accelerator.LoadAutoGroupedStreamKernel(method.CreateDelegate<Action<Index1D, ArrayView<int>, ArrayView<int>, ArrayView<int>, int>>())(
            Count, a.View, b.View, o.View, u);
        return [.. a.GetAsArray1D(), .. b.GetAsArray1D(), .. o.GetAsArray1D()];
    }

    private static void EitherOr(Index1D x, ArrayView<int> a, ArrayView<int> b, ArrayView<int> o, int u)
    {
        if ((a[x] > 0 && b[x] > 0) || u > 0) o[x] = 7;
    }

    private static void Joined(Index1D x, ArrayView<int> a, ArrayView<int> b, ArrayView<int> o, int u)
    {
        int k;
        if ((a[x] > 0 && b[x] > 0) || u > 0)
        {
            o[x] += 7;
            k = 1;
        }
        else
        {
            o[x] += 3;
            k = 2;
        }

        o[x] += 100 * k;
    }

    private static void TwoWaysRound(Index1D x, ArrayView<int> a, ArrayView<int> b, ArrayView<int> o, int u)
    {
        int i = 0;
        while (i < 9)
        {
            if (a[x] > 0)
            {
                if (b[x] == i) break;
                o[x] += 1;
            }

            if (((u >> i) & 1) != 0)
            {
                o[x] += 10;
                i += 1;
            }
            else
            {
                b[x] += 100;
                o[x] += 1000;
                i += 2;
            }
        }

        o[x] += i * 10000;
    }

    private static void LeftTogether(Index1D x, ArrayView<int> a, ArrayView<int> b, ArrayView<int> o, int u)
    {
        while (o[x] < 60)
        {
            o[x] += 1;
            if (a[x] > 0)
            {
                a[x] -= 1;
                if (b[x] > 0) continue;
                o[x] += 100;
            }

            if (u > 0) break;
            o[x] += 7;
        }

        o[x] += 1000;
    }

    private static void Returned(Index1D x, ArrayView<int> a, ArrayView<int> b, ArrayView<int> o, int u)
    {
        if (a[x] > 0)
        {
            if (b[x] > 0) goto End;
            o[x] = 1;
        }

        if (u > 0) return;
    End:
        o[x] += 5;
    }

    private static void Truths(Index1D x, ArrayView<int> a, ArrayView<int> b, ArrayView<int> o, int u)
    {
        bool p = a[x] > 0;
        bool q = b[x] > 0;
        o[x] = (p ? 1 : 0) > (q ? 1 : 0) ? 5 : 6;
    }
}
