namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Makes expressions without undefined behaviour: no overflow of a division, no index outside a view.</summary>
/// <param name="draw">The choices.</param>
/// <param name="isNarrow">Whether all numbers have 32 bits at most, as those that fit the lanes of a vector do.</param>
internal sealed class Expressions(Draw draw, bool isNarrow)
{
    /// <summary>Variables in scope beside the usual ones, such as loop counters.</summary>
    public List<string> Counters { get; } = [];

    /// <summary>Helper methods, by the type of their result; each takes an int and a float.</summary>
    public List<(Kind Kind, string Name)> Helpers { get; } = [];

    /// <summary>Whether there is a local array <c>local</c> of 8.</summary>
    public bool HasLocal { get; set; }

    /// <summary>Whether shared memory of other work-items may be read here.</summary>
    public bool ReadsShared { get; set; }

    /// <summary>Whether the program is in groups, with an own element in shared memory.</summary>
    public bool HasGroups { get; set; }

    /// <summary>Whether only what helper methods see may be named.</summary>
    public bool IsHelper { get; set; }

    /// <summary>One of these types, or what stands for it.</summary>
    public Kind Among(params ReadOnlySpan<Kind> kinds) => draw.Of(kinds) switch
    {
        Kind.Long when isNarrow => Kind.Int,
        Kind.ULong when isNarrow => Kind.UInt,
        Kind.Double when isNarrow => Kind.Float,
        var kind => kind,
    };

    /// <summary>An expression of a type.</summary>
    public string Of(Kind kind, int depth)
    {
        if (depth <= 0 || draw.Percent(12)) return Leaf(kind);
        return kind switch
        {
            Kind.Bool => Condition(depth),
            Kind.Float or Kind.Double => Real(kind, depth - 1),
            _ => Integer(kind, depth - 1),
        };
    }

    /// <summary>A condition.</summary>
    public string Condition(int depth)
    {
        if (depth <= 0) return draw.Percent(50) && !IsHelper ? Leaf(Kind.Bool) : Comparison(0);
        return draw.Below(6) switch
        {
            0 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
            1 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
            2 => $"!{Condition(depth - 1)}",
            _ => Comparison(depth - 1),
        };
    }

    /// <summary>An int, the same for all work-items of a group.</summary>
    public string Uniform(int depth)
    {
        if (depth <= 0 || draw.Percent(30)) return draw.Percent(50) ? "n" : draw.Percent(40) ? "Grid.IdxX" : Constant(Kind.Int);
        return draw.Below(4) switch
        {
            0 => $"a[{Uniform(depth - 1)} & 63]",
            1 => "e0",
            2 => "e1",
            _ => $"({Uniform(depth - 1)} {draw.Of("+", "-", "*", "^", "&")} {Uniform(depth - 1)})",
        };
    }

    /// <summary>A place in an input: the same for all, in step with the index, or any.</summary>
    public string Place()
    {
        if (IsHelper) return $"({Of(Kind.Int, 1)} & 63)";
        return draw.Below(6) switch
        {
            0 => $"{draw.Below(64)}",
            1 => $"n & 63",
            2 => "own",
            3 => $"own + {draw.Below(16)}",
            4 => $"{draw.Of("2", "3")} * own + {draw.Below(4)}",
            _ => $"({Of(Kind.Int, 1)}) & {draw.Of(7, 63)}",
        };
    }

    private string Leaf(Kind kind)
    {
        if (draw.Percent(20)) return Constant(kind);
        if (IsHelper) return kind == Kind.Int ? draw.Of("p", "m", "a[m & 63]") : kind == Kind.Float ? draw.Of("g", "h") : Constant(kind);
        if (kind == Kind.Int && draw.Percent(30))
        {
            if (Counters.Count > 0 && draw.Percent(60)) return Counters[draw.Below(Counters.Count)];
            if (HasLocal && draw.Percent(50)) return $"local[{(draw.Percent(40) ? $"{draw.Below(8)}" : $"({Of(Kind.Int, 1)}) & 7")}]";
            if (HasGroups) return draw.Of("Group.IdxX", "Group.IdxY", "e0", "e1", Shared("ints"));
        }

        if (HasGroups && kind == Kind.Float && draw.Percent(25)) return Shared("floats");
        if (draw.Percent(35))
        {
            switch (kind)
            {
                case Kind.Int: return $"a[{Place()}]";
                case Kind.Float: return $"x[{Place()}]";
                case Kind.Long: return $"b[{Place()}]";
                case Kind.Double: return $"d[{Place()}]";
                default: break;
            }
        }

        if (draw.Percent(10) && kind is Kind.Int) return "own";
        var variables = Names.Variables(kind);
        return variables[draw.Below(variables.Count)];
    }

    private string Shared(string name) => !ReadsShared || draw.Percent(30)
        ? $"{name}[me]"
        : draw.Percent(50) ? $"{name}[(me + {1 + draw.Below(7)}) % size]" : $"{name}[(int)((uint)({Of(Kind.Int, 1)}) % (uint)size)]";

    private string Constant(Kind kind) => kind switch
    {
        Kind.Int => draw.Of("0", "1", "-1", "2", "3", "7", "31", "-8", "255", "65537", "int.MaxValue", "-1640531527"),
        Kind.UInt => draw.Of("0u", "1u", "2u", "13u", "0x80000000u", "0xFFFFFFFFu", "0xD2511F53u"),
        Kind.Long => draw.Of("0L", "1L", "-1L", "5L", "0x100000001L", "long.MaxValue", "-7046029254386353131L"),
        Kind.ULong => draw.Of("0UL", "1UL", "9UL", "0x8000000000000000UL", "0xCBF29CE484222325UL"),
        Kind.Float => draw.Of("0f", "1f", "-1f", "0.5f", "-2.25f", "0.1f", "1e-39f", "3e9f", "1e30f", "float.PositiveInfinity", "float.NaN"),
        Kind.Double => draw.Of("0.0", "1.0", "-1.0", "0.5", "0.1", "-3e10", "1e-310", "1e300", "double.NegativeInfinity", "double.NaN"),
        _ => draw.Of("true", "false"),
    };

    private string Comparison(int depth)
    {
        var kind = Among(Kind.Int, Kind.Int, Kind.UInt, Kind.Long, Kind.ULong, Kind.Float, Kind.Float, Kind.Double);
        return $"({Of(kind, depth)} {draw.Of("<", "<=", ">", ">=", "==", "!=")} {Of(kind, depth)})";
    }

    private string Integer(Kind kind, int depth)
    {
        string word = Names.Word(kind);
        bool isWide = kind is Kind.Long or Kind.ULong;
        bool isSigned = kind is Kind.Int or Kind.Long;
        switch (draw.Below(14))
        {
            case 0 or 1 or 2 or 3: return $"({Of(kind, depth)} {draw.Of("+", "-", "*")} {Of(kind, depth)})";
            case 4: return $"({Of(kind, depth)} {draw.Of("&", "|", "^")} {Of(kind, depth)})";
            case 5: return $"({Of(kind, depth)} {draw.Of("<<", ">>", ">>>")} {(draw.Percent(50) ? $"{draw.Below(isWide ? 64 : 32)}" : $"({Of(Kind.Int, depth)})")})";

            // The dividend is never the least number, whose quotient by -1 there is not.
            case 6: return $"(({Of(kind, depth)} >> 1) {draw.Of("/", "%")} ({Of(kind, depth)} | 1))";
            case 7: return isSigned ? $"(- {Of(kind, depth)})" : $"(~{Of(kind, depth)})";
            case 8: return $"({Condition(depth)} ? {Of(kind, depth)} : {Of(kind, depth)})";
            case 9: return $"XMath.{draw.Of("Min", "Max")}({Of(kind, depth)}, {Of(kind, depth)})";
            case 10: return Cast(kind, Among(Kind.Float, Kind.Double), depth);
            case 11: return $"({word})({draw.Of("byte", "sbyte", "short", "ushort")})({Of(Among(Kind.Int, Kind.UInt, Kind.Long), depth)})";
            case 12 when kind == Kind.Int && Called(kind, depth) is { } call: return call;
            default: return Cast(kind, Among(Kind.Int, Kind.UInt, Kind.Long, Kind.ULong), depth);
        }
    }

    private string Real(Kind kind, int depth)
    {
        string word = Names.Word(kind);
        switch (draw.Below(12))
        {
            case 0 or 1 or 2 or 3: return $"({Of(kind, depth)} {draw.Of("+", "-", "*")} {Of(kind, depth)})";
            case 4: return $"({Of(kind, depth)} / {Of(kind, depth)})";
            case 5: return $"(- {Of(kind, depth)})";
            case 6: return $"({Condition(depth)} ? {Of(kind, depth)} : {Of(kind, depth)})";
            case 7: return $"XMath.{draw.Of("Min", "Max")}({Of(kind, depth)}, {Of(kind, depth)})";
            case 8: return $"XMath.{draw.Of("Abs", "Floor", "Sqrt")}({Of(kind, depth)})";
            case 9 when kind == Kind.Float && Called(kind, depth) is { } call: return call;
            case 10 when kind == Kind.Float && draw.Percent(50): return $"((float)(Half)({Of(kind, depth)}))";
            case 10: return Cast(kind, Among(Kind.Float, Kind.Double), depth);
            default: return $"({word})({Of(Among(Kind.Int, Kind.UInt, Kind.Long), depth)})";
        }
    }

    // What C# would work out itself, and as it likes, is kept from it: a constant out of range is no constant plus a variable.
    private string Cast(Kind to, Kind from, int depth) =>
        $"({Names.Word(to)})({Of(from, depth)} + ({Names.Word(from)}){(IsHelper ? "p" : "own")})";

    private string? Called(Kind kind, int depth)
    {
        if (IsHelper) return null;
        var fitting = Helpers.FindAll(helper => helper.Kind == kind);
        return fitting.Count == 0 ? null : $"{fitting[draw.Below(fitting.Count)].Name}({Of(Kind.Int, depth)}, {Of(Kind.Float, depth)}, a)";
    }
}
