namespace ILGPU.Algorithms;

/// <content>Absolute values, minima and maxima.</content>
public static partial class XMath
{
    /// <summary>The absolute value.</summary>
    public static double Abs(double value) => Math.Abs(value);

    /// <summary>The absolute value.</summary>
    public static float Abs(float value) => Math.Abs(value);

    /// <summary>The absolute value.</summary>
    public static sbyte Abs(sbyte value) => Math.Abs(value);

    /// <summary>The absolute value.</summary>
    public static short Abs(short value) => Math.Abs(value);

    /// <summary>The absolute value.</summary>
    public static int Abs(int value) => Math.Abs(value);

    /// <summary>The absolute value.</summary>
    public static long Abs(long value) => Math.Abs(value);

    /// <summary>The smaller of two; NaN if either is.</summary>
    public static double Min(double first, double second) => Math.Min(first, second);

    /// <summary>The smaller of two; NaN if either is.</summary>
    public static float Min(float first, float second) => Math.Min(first, second);

    /// <summary>The smaller of two.</summary>
    public static sbyte Min(sbyte first, sbyte second) => Math.Min(first, second);

    /// <summary>The smaller of two.</summary>
    public static short Min(short first, short second) => Math.Min(first, second);

    /// <summary>The smaller of two.</summary>
    public static int Min(int first, int second) => Math.Min(first, second);

    /// <summary>The smaller of two.</summary>
    public static long Min(long first, long second) => Math.Min(first, second);

    /// <summary>The smaller of two.</summary>
    public static byte Min(byte first, byte second) => Math.Min(first, second);

    /// <summary>The smaller of two.</summary>
    public static ushort Min(ushort first, ushort second) => Math.Min(first, second);

    /// <summary>The smaller of two.</summary>
    public static uint Min(uint first, uint second) => Math.Min(first, second);

    /// <summary>The smaller of two.</summary>
    public static ulong Min(ulong first, ulong second) => Math.Min(first, second);

    /// <summary>The larger of two; NaN if either is.</summary>
    public static double Max(double first, double second) => Math.Max(first, second);

    /// <summary>The larger of two; NaN if either is.</summary>
    public static float Max(float first, float second) => Math.Max(first, second);

    /// <summary>The larger of two.</summary>
    public static sbyte Max(sbyte first, sbyte second) => Math.Max(first, second);

    /// <summary>The larger of two.</summary>
    public static short Max(short first, short second) => Math.Max(first, second);

    /// <summary>The larger of two.</summary>
    public static int Max(int first, int second) => Math.Max(first, second);

    /// <summary>The larger of two.</summary>
    public static long Max(long first, long second) => Math.Max(first, second);

    /// <summary>The larger of two.</summary>
    public static byte Max(byte first, byte second) => Math.Max(first, second);

    /// <summary>The larger of two.</summary>
    public static ushort Max(ushort first, ushort second) => Math.Max(first, second);

    /// <summary>The larger of two.</summary>
    public static uint Max(uint first, uint second) => Math.Max(first, second);

    /// <summary>The larger of two.</summary>
    public static ulong Max(ulong first, ulong second) => Math.Max(first, second);

    /// <summary>The value in a range that is nearest.</summary>
    public static double Clamp(double value, double min, double max) => Max(Min(value, max), min);

    /// <summary>The value in a range that is nearest.</summary>
    public static float Clamp(float value, float min, float max) => Max(Min(value, max), min);

    /// <summary>The value in a range that is nearest.</summary>
    public static sbyte Clamp(sbyte value, sbyte min, sbyte max) => Max(Min(value, max), min);

    /// <summary>The value in a range that is nearest.</summary>
    public static short Clamp(short value, short min, short max) => Max(Min(value, max), min);

    /// <summary>The value in a range that is nearest.</summary>
    public static int Clamp(int value, int min, int max) => Max(Min(value, max), min);

    /// <summary>The value in a range that is nearest.</summary>
    public static long Clamp(long value, long min, long max) => Max(Min(value, max), min);

    /// <summary>The value in a range that is nearest.</summary>
    public static byte Clamp(byte value, byte min, byte max) => Max(Min(value, max), min);

    /// <summary>The value in a range that is nearest.</summary>
    public static ushort Clamp(ushort value, ushort min, ushort max) => Max(Min(value, max), min);

    /// <summary>The value in a range that is nearest.</summary>
    public static uint Clamp(uint value, uint min, uint max) => Max(Min(value, max), min);

    /// <summary>The value in a range that is nearest.</summary>
    public static ulong Clamp(ulong value, ulong min, ulong max) => Max(Min(value, max), min);
}
