using System.Globalization;

namespace ILGPU.Compiler;

/// <summary>Writes constants.</summary>
internal static class Literals
{
    public static string Of(Constant constant, Language language)
    {
        var culture = CultureInfo.InvariantCulture;
        long bits = constant.Bits;
        switch (constant.Type.Number)
        {
            case NumberType.Bool:
                return bits != 0 ? "true" : "false";
            case NumberType.Float32 when float.IsFinite((float)constant.Number):
                return Pointed(((float)constant.Number).ToString("R", culture)) + "f";
            case NumberType.Float32:
                return language.Reinterpret(NumberType.UInt32, NumberType.Float32, $"0x{(uint)bits:x8}u");
            case NumberType.Float64 when double.IsFinite(constant.Number):
                return Pointed(constant.Number.ToString("R", culture));
            case NumberType.Float64:
                return language.Reinterpret(NumberType.UInt64, NumberType.Float64, $"0x{bits:x16}u{language.LongSuffix}");
            case NumberType.UInt32:
                return ((uint)bits).ToString(culture) + "u";
            case NumberType.UInt64:
                return ((ulong)bits).ToString(culture) + "u" + language.LongSuffix;
            case NumberType.Int64 when bits == long.MinValue:
                return $"(-{long.MaxValue}{language.LongSuffix} - 1)";
            case NumberType.Int64:
                return bits.ToString(culture) + language.LongSuffix;
            default:
                return bits == int.MinValue ? $"(-{int.MaxValue} - 1)" : bits.ToString(culture);
        }
    }

    private static string Pointed(string number) => number.AsSpan().ContainsAny('.', 'E') ? number : number + ".0";
}
