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
        foreach (var loop in region.Items.Where(item => item.Node is not null).SelectMany(item => Loops(item.Node!)))
        {
            // Where lanes part, more of them together only wait longer for each other.
            if (plan.Shapes.Parts(loop)) return 1;
            if (Loops(loop).Count() > 1) continue;
            sums = Math.Max(sums, loop.Header.Phis.Count(phi => plan.Shapes.Of(phi) == Shape.Varying));
        }

        if (sums == 0) return 1;
        int most = Math.Clamp(machine.Registers * 3 / 4 / sums, 1, Most);
        if (plan.Geometry.IsImplicit) return most;
        int chunks = (plan.Geometry.X + machine.Lanes - 1) / machine.Lanes;
        return Enumerable.Range(1, Math.Min(most, chunks)).MinBy(jam => (Time(chunks, jam, sums), -jam));
    }

    // What is left over is run one by one.
    private static int Time(int chunks, int jam, int sums) => (chunks / jam * Round(jam, sums)) + (chunks % jam * Round(1, sums));

    private static int Round(int jam, int sums) => Math.Max(Latency, jam * sums / 2) + Besides;

    private static IEnumerable<LoopNode> Loops(Node node)
    {
        IEnumerable<Node> inner = node switch
        {
            IfNode branch => branch.WhenTrue.Concat(branch.WhenFalse),
            LoopNode loop => loop.Body,
            ScopeNode scope => scope.Inner,
            _ => [],
        };
        var loops = inner.SelectMany(Loops);
        return node is LoopNode self ? loops.Prepend(self) : loops;
    }
}
