namespace ILGPU.Compiler.Simd;

/// <summary>
/// Which nodes are run once a group, and which once a chunk of lanes. Where work-items meet, all control around the meeting belongs to
/// the group; the rest is cut into regions, as long as possible, that lanes run through without waiting.
/// </summary>
internal sealed class Levels
{
    private readonly Paths _paths;
    private readonly HashSet<Node> _ofGroup = [];
    private readonly HashSet<Node> _meeting = [];

    public Levels(List<Node> nodes, Paths paths, bool meets)
    {
        _paths = paths;
        if (!meets) return;
        FindMeetings(nodes);
        Visit(nodes, isTail: true);
    }

    /// <summary>Whether a node is control of the group.</summary>
    public bool IsOfGroup(Node node) => _ofGroup.Contains(node);

    /// <summary>Whether a block has a barrier.</summary>
    public static bool Meets(Block block) => block.Instructions.Exists(each => each.Operation == Operation.Barrier);

    private void Visit(List<Node> nodes, bool isTail)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (node is CodeNode or MovesNode or GoNode)
            {
                _ofGroup.Add(node);
                continue;
            }

            // Behind the last barrier all is one region, which work-items may leave as they like.
            if (isTail && !nodes.Skip(i).Any(_meeting.Contains)) return;
            if (IsClosed(node)) continue;
            _ofGroup.Add(node);
            foreach (var inner in Inner(node)) Visit(inner, isTail && node is IfNode);
        }
    }

    // The nodes with a meeting in them, however deep: each is looked at once.
    private bool FindMeetings(List<Node> nodes)
    {
        bool found = false;
        foreach (var node in nodes)
        {
            bool meets = node is CodeNode code && Meets(code.Block);
            foreach (var inner in Inner(node)) meets |= FindMeetings(inner);
            if (meets) _meeting.Add(node);
            found |= meets;
        }

        return found;
    }

    private static IEnumerable<List<Node>> Inner(Node node) => node switch
    {
        IfNode branch => [branch.WhenTrue, branch.WhenFalse],
        LoopNode loop => [loop.Body],
        ScopeNode scope => [scope.Inner],
        _ => [],
    };

    // No meeting inside, and no way out but to what stands next.
    private bool IsClosed(Node node) => !_meeting.Contains(node) && Inside(node).All(each => each switch
    {
        GoNode go => go.Way == Way.Next || _paths.Target(go) is var target
            && (target >= Array.IndexOf(_paths.Around(go), node) || target == Next(_paths.Around(go), node)),
        _ => true,
    });

    // The node at whose end a branch or loop ends too, since these stand last where they stand. −1 is the end of the kernel.
    private static int Next(Node[] around, Node node)
    {
        if (node is ScopeNode) return int.MinValue;
        int at = Array.IndexOf(around, node) - 1;
        while (at >= 0 && around[at] is IfNode) at--;
        return at;
    }

    private static IEnumerable<Node> Inside(Node node) =>
        Inner(node).SelectMany(list => list).SelectMany(each => Inside(each).Prepend(each));
}
