namespace ILGPU;

/// <content>Bitwise operations.</content>
public static partial class Atomic
{
    /// <summary>Bitwise and; the value before.</summary>
    public static int And(ref int target, int value) => Interlocked.And(ref target, value);

    /// <summary>Bitwise and; the value before.</summary>
    public static long And(ref long target, long value) => Interlocked.And(ref target, value);

    /// <summary>Bitwise and; the value before.</summary>
    public static uint And(ref uint target, uint value) => Interlocked.And(ref target, value);

    /// <summary>Bitwise and; the value before.</summary>
    public static ulong And(ref ulong target, ulong value) => Interlocked.And(ref target, value);

    /// <summary>Bitwise or; the value before.</summary>
    public static int Or(ref int target, int value) => Interlocked.Or(ref target, value);

    /// <summary>Bitwise or; the value before.</summary>
    public static long Or(ref long target, long value) => Interlocked.Or(ref target, value);

    /// <summary>Bitwise or; the value before.</summary>
    public static uint Or(ref uint target, uint value) => Interlocked.Or(ref target, value);

    /// <summary>Bitwise or; the value before.</summary>
    public static ulong Or(ref ulong target, ulong value) => Interlocked.Or(ref target, value);

    /// <summary>Bitwise exclusive or; the value before.</summary>
    public static int Xor(ref int target, int value)
    {
        int current = Volatile.Read(ref target);
        while (true)
        {
            int seen = CompareExchange(ref target, current, current ^ value);
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Bitwise exclusive or; the value before.</summary>
    public static long Xor(ref long target, long value)
    {
        long current = Volatile.Read(ref target);
        while (true)
        {
            long seen = CompareExchange(ref target, current, current ^ value);
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Bitwise exclusive or; the value before.</summary>
    public static uint Xor(ref uint target, uint value)
    {
        uint current = Volatile.Read(ref target);
        while (true)
        {
            uint seen = CompareExchange(ref target, current, current ^ value);
            if (seen == current) return seen;
            current = seen;
        }
    }

    /// <summary>Bitwise exclusive or; the value before.</summary>
    public static ulong Xor(ref ulong target, ulong value)
    {
        ulong current = Volatile.Read(ref target);
        while (true)
        {
            ulong seen = CompareExchange(ref target, current, current ^ value);
            if (seen == current) return seen;
            current = seen;
        }
    }
}
