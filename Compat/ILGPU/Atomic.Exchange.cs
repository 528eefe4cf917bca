using System.Runtime.CompilerServices;

namespace ILGPU;

/// <content>Exchanges.</content>
public static partial class Atomic
{
    /// <summary>Stores a value; the value before.</summary>
    public static int Exchange(ref int target, int value) => Interlocked.Exchange(ref target, value);

    /// <summary>Stores a value; the value before.</summary>
    public static long Exchange(ref long target, long value) => Interlocked.Exchange(ref target, value);

    /// <summary>Stores a value; the value before.</summary>
    public static uint Exchange(ref uint target, uint value) => Interlocked.Exchange(ref target, value);

    /// <summary>Stores a value; the value before.</summary>
    public static ulong Exchange(ref ulong target, ulong value) => Interlocked.Exchange(ref target, value);

    /// <summary>Stores a value; the value before.</summary>
    public static float Exchange(ref float target, float value) => Interlocked.Exchange(ref target, value);

    /// <summary>Stores a value; the value before.</summary>
    public static double Exchange(ref double target, double value) => Interlocked.Exchange(ref target, value);

    /// <summary>Stores a value; the value before.</summary>
    public static Index1D Exchange(ref Index1D target, Index1D value) =>
        Exchange(ref Unsafe.As<Index1D, int>(ref target), value.X);

    /// <summary>Stores a value if there is an expected one; the value before.</summary>
    public static int CompareExchange(ref int target, int compare, int value) =>
        Interlocked.CompareExchange(ref target, value, compare);

    /// <summary>Stores a value if there is an expected one; the value before.</summary>
    public static long CompareExchange(ref long target, long compare, long value) =>
        Interlocked.CompareExchange(ref target, value, compare);

    /// <summary>Stores a value if there is an expected one; the value before.</summary>
    public static uint CompareExchange(ref uint target, uint compare, uint value) =>
        Interlocked.CompareExchange(ref target, value, compare);

    /// <summary>Stores a value if there is an expected one; the value before.</summary>
    public static ulong CompareExchange(ref ulong target, ulong compare, ulong value) =>
        Interlocked.CompareExchange(ref target, value, compare);

    /// <summary>Stores a value if there is an expected one; the value before. Compares bits.</summary>
    public static float CompareExchange(ref float target, float compare, float value) =>
        Interlocked.CompareExchange(ref target, value, compare);

    /// <summary>Stores a value if there is an expected one; the value before. Compares bits.</summary>
    public static double CompareExchange(ref double target, double compare, double value) =>
        Interlocked.CompareExchange(ref target, value, compare);

    /// <summary>Stores a value if there is an expected one; the value before.</summary>
    public static Index1D CompareExchange(ref Index1D target, Index1D compare, Index1D value) =>
        CompareExchange(ref Unsafe.As<Index1D, int>(ref target), compare.X, value.X);
}
