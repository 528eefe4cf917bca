namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Makes statements in which work-items may part: no meetings of the group.</summary>
internal sealed class Statements(Draw draw, Expressions expressions)
{
    private static readonly string[] Operations = ["Add", "Min", "Max", "Or", "And", "Xor"];

    private int _counters;
    private int _loops;

    /// <summary>Whether a work-item may end here.</summary>
    public bool MayReturn { get; set; }

    /// <summary>Whether own elements of shared memory may be written here.</summary>
    public bool WritesShared { get; set; }

    /// <summary>Several statements.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="depth">How deep they may nest.</param>
    public List<Statement> Several(int count, int depth)
    {
        var list = new List<Statement>();
        for (int i = 1 + draw.Below(count); i > 0; i--) list.Add(One(depth));
        return list;
    }

    /// <summary>A statement.</summary>
    public Statement One(int depth)
    {
        if (depth <= 0) return Simple();
        return draw.Below(20) switch
        {
            0 or 1 or 2 => If(depth),
            3 or 4 => For(depth),
            5 => While(depth),
            6 => DoWhile(depth),
            7 => Switch(depth),
            8 when _loops > 0 => new($"if ({expressions.Condition(2)}) {draw.Of("break", "continue")};"),
            9 when MayReturn && draw.Percent(40) => Return(expressions.Condition(1)),
            _ => Simple(),
        };
    }

    /// <summary>An output gets a value.</summary>
    public Statement Output()
    {
        var kind = expressions.Among(Kind.Int, Kind.Float, Kind.Long, Kind.Double);
        string target = kind switch { Kind.Int => "r", Kind.Float => "y", Kind.Long => "w", _ => "z" };
        string place = draw.Percent(30) ? "own + 256" : "own";
        return new($"{target}[{place}] {(draw.Percent(25) ? "+=" : "=")} {expressions.Of(kind, 2 + draw.Below(2))};");
    }

    private Statement Simple()
    {
        switch (draw.Below(14))
        {
            case 0: return Output();
            case 1 when expressions.HasLocal:
                return new($"local[{(draw.Percent(50) ? $"{draw.Below(8)}" : $"({expressions.Of(Kind.Int, 1)}) & 7")}] {draw.Of("=", "+=", "^=")} {expressions.Of(Kind.Int, 2)};");
            case 2: return new($"pair.Move({expressions.Of(Kind.Int, 2)});");
            case 3: return new($"i{draw.Below(3)}{draw.Of("++", "--")};");
            case 4 when draw.Percent(50):
                // Each operation has its own element: in any order they come to the same.
                int which = draw.Below(Operations.Length);
                return new($"Atomic.{Operations[which]}(ref r[{512 + which}], {expressions.Of(Kind.Int, 2)});");
            case 5 when WritesShared: return new($"ints[me] {draw.Of("=", "+=")} {expressions.Of(Kind.Int, 2)};");
            case 6 when WritesShared: return new($"floats[me] = {expressions.Of(Kind.Float, 2)};");
            case 7: return new($"Swap(ref i{draw.Below(2)}, ref i2);");
            default:
                var kind = expressions.Among(Kind.Int, Kind.Int, Kind.Int, Kind.Float, Kind.Float, Kind.UInt, Kind.Long, Kind.ULong, Kind.Double, Kind.Bool);
                var targets = Names.Variables(kind);
                string target = targets[draw.Below(targets.Count)];
                if (kind != Kind.Bool && draw.Percent(40))
                    return new($"{target} {draw.Of("+=", "-=", "*=")} {expressions.Of(kind, 2)};");
                return new($"{target} = {expressions.Of(kind, 1 + draw.Below(3))};");
        }
    }

    private Statement Return(string condition) => new($"if ({condition}) return;")
    {
        Plain = expressions.HasGroups ? $"if ({condition}) yield break;" : null,
    };

    private Statement If(int depth) => new($"if ({expressions.Condition(2)})")
    {
        Body = Several(3, depth - 1),
        Otherwise = draw.Percent(50) ? Several(3, depth - 1) : null,
    };

    private Statement For(int depth)
    {
        string counter = $"k{_counters++}";
        string bound = draw.Below(4) switch
        {
            0 => $"{1 + draw.Below(6)}",
            1 => "(n & 7)",
            2 => "own % 5",
            _ => $"(({expressions.Of(Kind.Int, 2)}) & 7)",
        };
        string head = draw.Percent(75)
            ? $"for (int {counter} = {draw.Below(2)}; {counter} < {bound}; {counter} += {1 + draw.Below(2)})"
            : $"for (int {counter} = {bound}; {counter} > 0; {counter}{draw.Of("--", " /= 2")})";
        expressions.Counters.Add(counter);
        var loop = new Statement(head) { Body = Inside(depth) };
        expressions.Counters.Remove(counter);
        return loop;
    }

    private Statement While(int depth) => new($"while ({(draw.Percent(25) ? "true" : expressions.Condition(2))})") { Body = Inside(depth) };

    private Statement DoWhile(int depth) => new("do") { Body = Inside(depth), Tail = $"while ({expressions.Condition(2)} && --fuel > 0);" };

    // Whatever happens, all loops of a work-item together end.
    private List<Statement> Inside(int depth)
    {
        _loops++;
        var body = Several(3, depth - 1);
        _loops--;
        body.Insert(0, new("if (--fuel < 0) break;") { IsFixed = true });
        return body;
    }

    private Statement Switch(int depth)
    {
        // In a switch, break is the switch's own.
        int loops = _loops;
        _loops = 0;
        var cases = new List<Statement>();
        for (int i = 0; i < 4; i++)
            if (draw.Percent(70)) cases.Add(new($"case {i}:") { Body = Several(2, depth - 1), Tail = "break;" });
        if (draw.Percent(60)) cases.Add(new("default:") { Body = Several(2, depth - 1), Tail = "break;" });
        _loops = loops;
        return new($"switch (({expressions.Of(Kind.Int, 2)}) & {draw.Of(3, 7)})") { Body = cases };
    }
}
