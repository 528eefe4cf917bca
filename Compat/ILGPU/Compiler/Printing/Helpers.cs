namespace ILGPU.Compiler;

/// <summary>Functions that the text needs because C has them not, or with other results than .NET.</summary>
internal sealed class Helpers(Language language)
{
    private readonly Dictionary<string, string> _functions = [];

    /// <summary>The functions that were asked for, in order.</summary>
    public IEnumerable<string> Functions => _functions.Values;

    /// <summary>Whether there are atomic operations of 64 bits.</summary>
    public bool HasLongAtomics { get; private set; }

    /// <summary>Calls a mathematical function.</summary>
    public string Call(Instruction call, string[] operands)
    {
        string function = call.Function!;
        var type = call.Type;
        string name = function is MathFunctions.HalfToSingle or MathFunctions.SingleToHalf ? Half(function)
            : function is "Min" or "Max" ? MinMax(function == "Min", type)
            : function == "Abs" && type.IsInteger ? AbsInteger(type)
            : language.Math(function, type.Number);
        return $"{name}({string.Join(", ", operands)})";
    }

    /// <summary>The function that converts a floating-point number to an integer: the nearest that there is, 0 for NaN.</summary>
    public string Saturating(NumberType from, NumberType to)
    {
        string target = language.Type(to);
        string name = $"{Word(to)}_of_{Word(from)}";
        var (low, high, least, most) = to switch
        {
            NumberType.Int32 => ("-2147483648.0", "2147483648.0", "(-2147483647 - 1)", "2147483647"),
            NumberType.UInt32 => ("0.0", "4294967296.0", "0u", "4294967295u"),
            NumberType.Int64 => ("-9223372036854775808.0", "9223372036854775808.0", $"(-9223372036854775807{language.LongSuffix} - 1)", $"9223372036854775807{language.LongSuffix}"),
            _ => ("0.0", "18446744073709551616.0", "0u", $"18446744073709551615u{language.LongSuffix}"),
        };
        string suffix = from == NumberType.Float32 ? "f" : string.Empty;
        return Define(name, $$"""
            {{language.Function}} {{target}} {{name}}({{language.Type(from)}} x)
            {
                // As .NET: the nearest there is, 0 for NaN.
                return x != x ? 0 : x <= {{low}}{{suffix}} ? {{least}} : x >= {{high}}{{suffix}} ? {{most}} : ({{target}})x;
            }
            """);
    }

    /// <summary>Calls an atomic operation.</summary>
    public string Atomic(string operation, NumberType type, AddressSpace space, string pointer, string[] values)
    {
        bool isFloat = type is NumberType.Float32 or NumberType.Float64;
        HasLongAtomics |= new IrType(type).Bits == 64;
        if (!isFloat) return language.Atomic(operation, type, space, pointer, string.Join(", ", values));
        var bits = type == NumberType.Float32 ? NumberType.UInt32 : NumberType.UInt64;
        if (operation is "Exchange" or "CompareExchange")
        {
            var arguments = values.Select(value => language.Reinterpret(type, bits, value));
            return language.Reinterpret(bits, type, language.Atomic(operation, bits, space, pointer, string.Join(", ", arguments)));
        }

        string name = Looped(operation, type, bits, space);
        return $"{name}({pointer}, {values[0]})";
    }

    private static string Word(NumberType type) => type switch
    {
        NumberType.Float32 => "float",
        NumberType.Float64 => "double",
        NumberType.Int32 => "int",
        NumberType.UInt32 => "uint",
        NumberType.Int64 => "long",
        NumberType.UInt64 => "ulong",
        _ => type.ToString().ToLowerInvariant(),
    };

    private string Define(string name, string text)
    {
        _functions.TryAdd(name, text);
        return name;
    }

    private string MinMax(bool isMin, IrType type)
    {
        string name = $"{(isMin ? "min" : "max")}_{Word(type.Number)}";
        string word = language.Type(type.Number);
        string sign = isMin ? "<" : ">";
        if (!type.IsFloat)
            return Define(name, $"{language.Function} {word} {name}({word} a, {word} b) {{ return a {sign} b ? a : b; }}");
        var bits = type == IrType.Float32 ? NumberType.Int32 : NumberType.Int64;
        string negative = $"{language.Reinterpret(type.Number, bits, "a")} < 0";
        return Define(name, $$"""
            {{language.Function}} {{word}} {{name}}({{word}} a, {{word}} b)
            {
                // As .NET: NaN if either is; of zeros the negative one is smaller.
                if (a != b) return a != a || a {{sign}} b ? a : b;
                return {{(isMin ? negative : $"!({negative})")}} ? a : b;
            }
            """);
    }

    private string Half(string function)
    {
        bool toSingle = function == MathFunctions.HalfToSingle;
        string half = language.Type(NumberType.UInt16);
        string name = toSingle ? "float_of_half" : "half_of_float";
        string head = toSingle ? $"float {name}({half} bits)" : $"{half} {name}(float x)";
        return Define(name, $"{language.Function} {head} {{ {(toSingle ? language.FloatOfHalf : language.HalfOfFloat)} }}");
    }

    private string AbsInteger(IrType type)
    {
        string word = language.Type(type.Number);
        string name = $"abs_{Word(type.Number)}";
        return Define(name, $"{language.Function} {word} {name}({word} a) {{ return a < 0 ? ({word})(0 - ({language.Type(type.Unsigned.Number)})a) : a; }}");
    }

    // What the hardware has no operation for: again, until nothing came between.
    private string Looped(string operation, NumberType type, NumberType bits, AddressSpace space)
    {
        string name = $"atomic_{operation.ToLowerInvariant()}_{Word(type)}_{space.ToString().ToLowerInvariant()}";
        string next = language.Reinterpret(bits, type, "seen");
        next = operation == "Add" ? $"{next} + value" : $"{MinMax(operation == "Min", new(type))}({next}, value)";
        string word = language.Type(bits);
        return Define(name, $$"""
            {{language.Function}} {{language.Type(type)}} {{name}}({{language.Pointer(type, space)}} target, {{language.Type(type)}} value)
            {
                {{word}} seen = *(volatile {{language.Pointer(bits, space)}})target;
                for (;;)
                {
                    {{word}} next = {{language.Reinterpret(type, bits, next)}};
                    {{word}} before = {{language.Atomic("CompareExchange", bits, space, "target", "seen, next")}};
                    if (before == seen) return {{language.Reinterpret(bits, type, "before")}};
                    seen = before;
                }
            }
            """);
    }
}
