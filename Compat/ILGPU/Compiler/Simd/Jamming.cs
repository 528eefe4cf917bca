namespace ILGPU.Compiler.Simd;

/// <summary>
/// How many vectors of lanes a region runs together: enough sums at once to hide the latency of multiply-add, and no more than the
/// machine has registers for.
/// </summary>
internal static class Jamming
{
    private const int Most = 4;

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
        int whole = plan.Geometry.X / machine.Lanes;
        for (int jam = Math.Min(most, Math.Max(1, whole)); jam > 1; jam--)
            if (chunks % jam == 0 || whole % jam == 0) return jam;
        return 1;
    }

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
