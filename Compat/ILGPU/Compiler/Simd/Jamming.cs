namespace ILGPU.Compiler.Simd;

/// <summary>
/// How many vectors of lanes a region runs together: enough sums at once to hide the latency of multiply-add, and no more than the
/// machine has registers for.
/// </summary>
internal static class Jamming
{
    /// <summary>No region runs more.</summary>
    public const int Most = 5;

    // A sum waits for its last product, and two of these begin in a cycle; a round has about so much to do besides.
    private const int Latency = 4;
    private const int Besides = 2;

    public static int Of(RegionStep region, Plan plan)
    {
        if (plan.Machine is not { } machine) return 1;
        int sums = 0;
        int reach = 0;
        foreach (var (loop, width) in region.Items.Where(item => item.Node is not null).SelectMany(item => Loops(item.Node!, plan.Geometry.X)))
        {
            // Where lanes part, more of them together only wait longer for each other.
            if (plan.Shapes.Parts(loop)) return 1;
            if (loop.Body.SelectMany(inner => Loops(inner, width)).Any()) continue;
            int own = loop.Header.Phis.Count(phi => plan.Shapes.Of(phi) == Shape.Varying);
            if (own > 0) reach = Math.Max(reach, width);
            sums = Math.Max(sums, own);
        }

        if (sums == 0) return 1;
        int most = Math.Clamp(machine.Registers * 3 / 4 / sums, 1, Most);
        if (plan.Geometry.IsImplicit) return most;
        int chunks = (reach + machine.Lanes - 1) / machine.Lanes;
        return Enumerable.Range(1, Math.Min(most, chunks)).MinBy(jam => (Time(chunks, jam, sums), -jam));
    }

    // What is left over is run one by one.
    private static int Time(int chunks, int jam, int sums) => (chunks / jam * Round(jam, sums)) + (chunks % jam * Round(1, sums));

    private static int Round(int jam, int sums) => Math.Max(Latency, jam * sums / 2) + Besides;

    // Loops, and how many work-items of a row come to them.
    private static IEnumerable<(LoopNode Loop, int Width)> Loops(Node node, int width)
    {
        IEnumerable<(LoopNode Loop, int Width)> Inside(IEnumerable<Node> nodes, int most) => nodes.SelectMany(inner => Loops(inner, most));
        return node switch
        {
            IfNode branch => Inside(branch.WhenTrue, Within(branch.Block.Condition!, true, width)).Concat(
                Inside(branch.WhenFalse, Within(branch.Block.Condition!, false, width))),
            LoopNode loop => Inside(loop.Body, width).Prepend((loop, width)),
            ScopeNode scope => Inside(scope.Inner, width),
            _ => [],
        };
    }

    // Where a branch compares the index with a constant, only the first work-items of a row may come.
    private static int Within(Value condition, bool isTrue, int width) => condition switch
    {
        Instruction { Operation: Operation.Not } not => Within(not.Operands[0], !isTrue, width),
        Instruction { Operands: [Instruction { Function: "GroupIndex", Dimension: 0 }, Constant first] } test
            when test.Operation == (isTrue ? Operation.Less : Operation.GreaterOrEqual) => (int)Math.Clamp(first.Bits, 1, width),
        _ => width,
    };
}
