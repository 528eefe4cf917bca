using GpuJazz.Kernels;

namespace GpuJazz.Tests.Kernels;

/// <summary>The grid of odd shapes on every accelerator: sizes just off the powers of two, and the smallest ones.</summary>
public sealed class Grid : TheoryData<string, int, int, int, int>
{
    /// <summary>‖out − ref‖ / ‖ref‖ that one operation may reach.</summary>
    public const double OneOperation = 2e-6;

    /// <summary>The same through all steps of the LSTM.</summary>
    public const double ThroughTime = 1e-5;

    /// <summary>The same with factors rounded to 11 binary digits, each of which is off by 2⁻¹² at most and by a third of that on average.</summary>
    public const double InTf32 = 1e-3;

    /// <summary>The same with 8 binary digits.</summary>
    public const double InBf16 = 8e-3;

    public Grid()
    {
        foreach (var name in TestDevices.Names)
            foreach (var (m, t, h, v) in Shapes)
                Add(name, m, t, h, v);
    }

    // One shape has more units and tokens than the widest group.
    private static IEnumerable<(int M, int T, int H, int V)> Shapes => Small.Append((6, 3, 300, 517));

    private static IEnumerable<(int M, int T, int H, int V)> Small =>
        from h in new[] { 1, 63, 65 }
        from m in new[] { 1, 61 }
        from t in new[] { 1, 30 }
        from v in new[] { 2, 79 }
        select (m, t, h, v);

    /// <summary>What the LSTM may reach through T steps: through a single one it is one operation.</summary>
    internal static double Through(int steps) => steps == 1 ? OneOperation : ThroughTime;

    /// <summary>What the LSTM may reach through T steps in a precision.</summary>
    internal static double Through(int steps, Precision precision) => precision switch
    {
        Precision.Tf32 => InTf32,
        Precision.Bf16 => InBf16,
        _ => Through(steps),
    };

    internal static LstmShape Shape(int m, int t, int h, int v) => new(m, t, h, v);
}

/// <summary>Sizes of an LSTM that GPUs keep in part in shared memory: as few and as many units as that takes, whole runs of h and others.</summary>
public sealed class WideGrid : TheoryData<string, int, int, int, int>
{
    public WideGrid()
    {
        foreach (var name in TestDevices.Names)
            foreach (var (m, t, h, v) in new[] { (1, 1, 97, 2), (3, 30, 100, 79), (2, 5, 112, 2), (134, 2, 113, 79), (2, 30, 127, 79), (3, 30, 128, 79), (2, 2, 129, 2) })
                Add(name, m, t, h, v);
    }
}
