namespace GpuJazz.Tests.ILGPU.Compiler.RandomPrograms;

/// <summary>Makes a random program from a seed.</summary>
internal static class Generator
{
    /// <summary>The work-items of a group at most.</summary>
    public const int MostInGroup = 64;

    /// <summary>A program.</summary>
    public static RandomProgram Make(int seed, bool hasGroups)
    {
        var draw = new Draw(((ulong)seed << 1) | (hasGroups ? 1u : 0u));
        bool isNarrow = seed % 3 != 0;
        var expressions = new Expressions(draw, isNarrow) { HasLocal = draw.Percent(50), HasGroups = hasGroups };
        var helpers = Helpers(draw, expressions);
        var statements = new Statements(draw, expressions) { MayReturn = !hasGroups };
        var preamble = Preamble(expressions.HasLocal, hasGroups, isNarrow);
        var body = hasGroups ? new GroupStatements(draw, expressions, statements).Body() : Straight(statements);
        foreach (string last in isNarrow ? Results : [.. Results, .. WideResults]) body.Add(new(last));
        return new(seed, hasGroups, helpers, preamble, body);
    }

    // What became of the variables is part of the result.
    private static IReadOnlyList<string> Results { get; } =
    [
        "r[own] ^= i0 + i1 * 3 + i2 * 5 + (b0 ? 7 : 11) + (b1 ? 13 : 17) + (int)u0 + (int)u1 * 3 + pair.First;",
        "y[own] = f0 > f1 ? f0 : f2 + pair.Second;",
        "y[own + 256] = f1;",
    ];

    private static IReadOnlyList<string> WideResults { get; } =
    [
        "w[own] += l0 - l1 * 3 + (long)q0;",
        "z[own] += d0;",
        "z[own + 256] = d1;",
    ];

    private static List<Statement> Straight(Statements statements)
    {
        var body = statements.Several(6, 3);
        body.Insert(0, statements.Output());
        return body;
    }

    private static List<Statement> Preamble(bool hasLocal, bool hasGroups, bool isNarrow)
    {
        var list = new List<Statement> { Names.Fixed(hasGroups ? "int own = Grid.GlobalLinearIndex;" : "int own = index.X;") };
        list.AddRange(Names.Declarations(isNarrow));
        if (hasLocal)
        {
            list.Add(Names.Fixed("var local = LocalMemory.Allocate<int>(8);"));
            list.Add(Names.Fixed("for (int k = 0; k < 8; k++) local[k] = own * k;"));
        }

        if (!hasGroups) return list;
        list.Add(Names.Fixed($"var ints = SharedMemory.Allocate<int>({MostInGroup});"));
        list.Add(Names.Fixed($"var floats = SharedMemory.Allocate<float>({MostInGroup});"));
        list.Add(Names.Fixed("int me = Group.LinearIndex, size = Group.DimX * Group.DimY, e0 = 0, e1 = n;"));
        list.Add(Names.Fixed("ints[me] = own * 7 + 1;"));
        list.Add(Names.Fixed("floats[me] = x[own];"));
        list.Add(Statement.Barrier);
        return list;
    }

    private static List<Statement> Helpers(Draw draw, Expressions expressions)
    {
        var list = new List<Statement>
        {
            Method("static void Swap(ref int first, ref int second)", ["int third = first;", "first = second;", "second = third;"]),
        };
        expressions.IsHelper = true;
        for (int i = draw.Below(3); i > 0; i--)
        {
            var kind = draw.Of(Kind.Int, Kind.Float);
            string name = $"Help{i}";
            list.Add(Method(
                $"static {Names.Word(kind)} {name}(int p, float g, ArrayView<int> a)",
                [
                    "int m = a[p & 63];",
                    "float h = g * 0.5f;",
                    draw.Percent(50) ? $"if ({expressions.Condition(2)}) return {expressions.Of(kind, 2)};" : $"m = {expressions.Of(Kind.Int, 2)};",
                    draw.Percent(40)
                        ? $"for (int t = 0; t < (p & 3); t++) {{ if ({expressions.Condition(1)}) return {expressions.Of(kind, 2)}; m += t; }}"
                        : $"h = {expressions.Of(Kind.Float, 2)};",
                    $"return {expressions.Of(kind, 3)};",
                ]));
            expressions.Helpers.Add((kind, name));
        }

        expressions.IsHelper = false;
        return list;
    }

    private static Statement Method(string head, string[] body) =>
        new(head) { IsFixed = true, Body = [new("unchecked") { IsFixed = true, Body = Array.ConvertAll(body, Names.Fixed) }] };
}
