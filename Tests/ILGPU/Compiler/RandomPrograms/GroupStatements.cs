namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Makes statements that all work-items of a group go through together, with meetings inside.</summary>
internal sealed class GroupStatements(Draw draw, Expressions expressions, Statements statements)
{
    private int _counters;

    /// <summary>The statements of a kernel. Between those that are made here, all may read shared memory, and none writes it.</summary>
    public List<Statement> Body()
    {
        expressions.ReadsShared = true;
        var body = Several(4, 2);
        statements.MayReturn = true;
        if (draw.Percent(40)) body.AddRange(statements.Several(3, 2));
        return body;
    }

    private List<Statement> Several(int count, int depth)
    {
        var list = new List<Statement>();
        for (int i = 1 + draw.Below(count); i > 0; i--)
        {
            list.AddRange(statements.Several(2, 2));
            list.Add(One(depth));
        }

        return list;
    }

    private Statement One(int depth) => draw.Below(depth > 0 ? 8 : 5) switch
    {
        0 or 1 => Round(),
        2 => Vote(),
        3 => new($"e{draw.Below(2)} = {expressions.Uniform(2)};"),
        4 => Told(),
        5 or 6 => Loop(depth),
        _ => new Statement($"if (({expressions.Uniform(2)}) {draw.Of(">", "==", "<")} {expressions.Uniform(1)})")
        {
            Body = Several(2, depth - 1),
            Otherwise = draw.Percent(40) ? Several(2, depth - 1) : null,
        },
    };

    // Meet, write own elements, meet.
    private Statement Round()
    {
        expressions.ReadsShared = false;
        statements.WritesShared = true;
        var body = statements.Several(4, 2);
        body.Add(new($"ints[me] {draw.Of("=", "+=")} {expressions.Of(Kind.Int, 2)};"));
        statements.WritesShared = false;
        expressions.ReadsShared = true;
        return new(string.Empty) { Body = [Statement.Barrier, .. body, Statement.Barrier] };
    }

    private Statement Vote()
    {
        string condition = expressions.Condition(2);
        var (kernel, plain) = draw.Of(
            ("Group.BarrierPopCount({0})", "PlainGroup.Current.Votes"),
            ("Group.BarrierAnd({0}) ? 1 : 2", "PlainGroup.Current.Votes == size ? 1 : 2"),
            ("Group.BarrierOr({0}) ? 3 : 4", "PlainGroup.Current.Votes > 0 ? 3 : 4"));
        return Meeting(string.Format(null, kernel, condition), $"({condition}) ? 1 : 0", plain);
    }

    private Statement Told()
    {
        string value = expressions.Of(Kind.Int, 2);
        string from = $"(int)((uint)({expressions.Uniform(1)}) % (uint)size)";
        return Meeting($"Group.Broadcast({value}, {from})", value, $"PlainGroup.Current.Brought[{from}]");
    }

    private Statement Meeting(string kernel, string brought, string plain)
    {
        int target = draw.Below(2);
        return new($"e{target} = {kernel};") { Plain = $"yield return {brought}; e{target} = {plain};" };
    }

    private Statement Loop(int depth)
    {
        string counter = $"c{_counters++}";
        expressions.Counters.Add(counter);
        var body = Several(2, depth - 1);
        if (draw.Percent(40)) body.Add(new($"if (({expressions.Uniform(2)}) {draw.Of(">", "<", "!=")} {counter}) break;"));
        expressions.Counters.Remove(counter);
        return new($"for (int {counter} = 0; {counter} < {(draw.Percent(50) ? $"{1 + draw.Below(4)}" : $"(({expressions.Uniform(2)}) & 3)")}; {counter}++)")
        {
            Body = body,
        };
    }
}
