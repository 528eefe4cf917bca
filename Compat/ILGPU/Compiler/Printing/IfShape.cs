namespace ILGPU.Compiler;

/// <summary>How a branch is written.</summary>
/// <param name="Inner">What stands in its braces.</param>
/// <param name="IsNegated">Whether that is done where the condition is false.</param>
/// <param name="Rest">What is done otherwise; null for nothing.</param>
/// <param name="IsFlat">Whether the rest stands behind the branch, because what is in the braces never gets there.</param>
internal sealed record IfShape(List<Node> Inner, bool IsNegated, List<Node>? Rest, bool IsFlat)
{
    public static IfShape Of(IfNode node, Coalescing coalescing)
    {
        if (IsNothing(node.WhenFalse, coalescing)) return new(node.WhenTrue, false, null, false);
        if (IsNothing(node.WhenTrue, coalescing)) return new(node.WhenFalse, true, null, false);
        bool trueLeaves = Leaves(node.WhenTrue);
        bool falseLeaves = Leaves(node.WhenFalse);
        if (trueLeaves && !(falseLeaves && node.WhenFalse.Count < node.WhenTrue.Count)) return new(node.WhenTrue, false, node.WhenFalse, true);
        if (falseLeaves) return new(node.WhenFalse, true, node.WhenTrue, true);
        bool isNot = node.Block.Condition is Instruction { Operation: Operation.Not };
        return isNot ? new(node.WhenFalse, true, node.WhenTrue, false) : new(node.WhenTrue, false, node.WhenFalse, false);
    }

    /// <summary>Whether nodes end elsewhere than at what stands next.</summary>
    private static bool Leaves(List<Node> nodes) => nodes[^1] is GoNode { Way: not Way.Next };

    private static bool IsNothing(List<Node> nodes, Coalescing coalescing) => nodes.TrueForAll(node =>
        node is GoNode { Way: Way.Next } || (node is MovesNode moves && coalescing.IsNothing(moves)));
}
