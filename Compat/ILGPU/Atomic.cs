using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>Changes of a number in memory that no other work-item comes between.</summary>
public static partial class Atomic
{
    /// <summary>Adds; the value before.</summary>
    public static int Add(ref int target, int value) => Interlocked.Add(ref target, value) - value;

    /// <summary>Adds; the value before.</summary>
    public static long Add(ref long target, long value) => Interlocked.Add(ref target, value) - value;

    /// <summary>Adds; the value before.</summary>
    public static uint Add(ref uint target, uint value) => Interlocked.Add(ref target, value) - value;

    /// <summary>Adds; the value before.</summary>
    public static ulong Add(ref ulong target, ulong value) => Interlocked.Add(ref target, value) - value;

    /// <summary>Adds; the value before. The order of additions, and so their rounding, is left open.</summary>
    public static float Add(ref float target, float value)
    {
        float current = Volatile.Read(ref target);
        while (true)
        {
            float seen = CompareExchange(ref target, current, current + value);
            if (Interop.FloatAsInt(seen) == Interop.FloatAsInt(current)) return seen;
            current = seen;
        }
    }

    /// <summary>Adds; the value before. The order of additions, and so their rounding, is left open.</summary>
    public static double Add(ref double target, double value)
    {
        double current = Volatile.Read(ref target);
        while (true)
        {
            double seen = CompareExchange(ref target, current, current + value);
            if (Interop.FloatAsInt(seen) == Interop.FloatAsInt(current)) return seen;
            current = seen;
        }
    }

    /// <summary>Adds; the value before.</summary>
    public static Index1D Add(ref Index1D target, Index1D value) => Add(ref Unsafe.As<Index1D, int>(ref target), value.X);

    /// <summary>Takes the larger; the value before.</summary>
    public static int Max(ref int target, int value)
    {
        int current = Volatile.Read(ref target);
        while (true)
        {
            int seen = CompareExchange(ref target, current, Math.Max(current, value));
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the larger; the value before.</summary>
    public static long Max(ref long target, long value)
    {
        long current = Volatile.Read(ref target);
        while (true)
        {
            long seen = CompareExchange(ref target, current, Math.Max(current, value));
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the larger; the value before.</summary>
    public static uint Max(ref uint target, uint value)
    {
        uint current = Volatile.Read(ref target);
        while (true)
        {
            uint seen = CompareExchange(ref target, current, Math.Max(current, value));
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the larger; the value before.</summary>
    public static ulong Max(ref ulong target, ulong value)
    {
        ulong current = Volatile.Read(ref target);
        while (true)
        {
            ulong seen = CompareExchange(ref target, current, Math.Max(current, value));
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the larger; the value before.</summary>
    public static float Max(ref float target, float value)
    {
        float current = Volatile.Read(ref target);
        while (true)
        {
            float seen = CompareExchange(ref target, current, Math.Max(current, value));
            if (Interop.FloatAsInt(seen) == Interop.FloatAsInt(current)) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the larger; the value before.</summary>
    public static double Max(ref double target, double value)
    {
        double current = Volatile.Read(ref target);
        while (true)
        {
            double seen = CompareExchange(ref target, current, Math.Max(current, value));
            if (Interop.FloatAsInt(seen) == Interop.FloatAsInt(current)) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the smaller; the value before.</summary>
    public static int Min(ref int target, int value)
    {
        int current = Volatile.Read(ref target);
        while (true)
        {
            int seen = CompareExchange(ref target, current, Math.Min(current, value));
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the smaller; the value before.</summary>
    public static long Min(ref long target, long value)
    {
        long current = Volatile.Read(ref target);
        while (true)
        {
            long seen = CompareExchange(ref target, current, Math.Min(current, value));
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the smaller; the value before.</summary>
    public static uint Min(ref uint target, uint value)
    {
        uint current = Volatile.Read(ref target);
        while (true)
        {
            uint seen = CompareExchange(ref target, current, Math.Min(current, value));
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the smaller; the value before.</summary>
    public static ulong Min(ref ulong target, ulong value)
    {
        ulong current = Volatile.Read(ref target);
        while (true)
        {
            ulong seen = CompareExchange(ref target, current, Math.Min(current, value));
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the smaller; the value before.</summary>
    public static float Min(ref float target, float value)
    {
        float current = Volatile.Read(ref target);
        while (true)
        {
            float seen = CompareExchange(ref target, current, Math.Min(current, value));
            if (Interop.FloatAsInt(seen) == Interop.FloatAsInt(current)) return seen;
            current = seen;
        }
    }

    /// <summary>Takes the smaller; the value before.</summary>
    public static double Min(ref double target, double value)
    {
        double current = Volatile.Read(ref target);
        while (true)
        {
            double seen = CompareExchange(ref target, current, Math.Min(current, value));
            if (Interop.FloatAsInt(seen) == Interop.FloatAsInt(current)) return seen;
            current = seen;
        }
    }
}
