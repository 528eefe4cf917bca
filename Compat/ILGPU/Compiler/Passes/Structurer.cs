namespace ILGPU.Compiler;

/// <summary>
/// Makes loops and branches of a graph by its dominator tree, as Ramsey does in "Beyond Relooper" (2022), but for what is behind a
/// loop, which is placed behind it.
/// </summary>
internal sealed class Structurer
{
    private readonly ControlFlow _flow;
    private readonly Dictionary<Block, List<Block>> _inner = [];
    private readonly Dictionary<Block, List<Block>> _behind = [];
    private readonly HashSet<Block> _placed = [];

    private Structurer(ControlFlow flow)
    {
        _flow = flow;
        foreach (var block in flow.Blocks) Place(block);
    }

    /// <summary>Structures a function.</summary>
    public static List<Node> Build(Function function, ControlFlow flow)
    {
        var body = new Structurer(flow).Whole(function.Entry);
        WayFinder.Find(body);
        return body;
    }

    // Where a block stands that is entered from several places, or behind a loop.
    private void Place(Block block)
    {
        if (_flow.Dominator(block) is not { } dominator) return;
        var forward = block.Predecessors.Where(each => !_flow.IsBack(each, block)).ToList();

        // The outermost loop that its dominator is in and it is not.
        var left = _flow.Blocks.Find(header => _flow.IsHeader(header)
            && _flow.LoopOf(header).Contains(dominator) && !_flow.LoopOf(header).Contains(block));
        bool endsHere = block.Successors.Count == 0 && block.Instructions.Count == 0;
        if (left is not null && !endsHere && (dominator == left || forward.Count > 1 || IsOnlyExit(left, block)))
            Add(_behind, left, block);
        else if (forward.Count > 1 && !endsHere)
            Add(_inner, dominator, block);
    }

    private bool IsOnlyExit(Block header, Block block) => _flow.LoopOf(header)
        .SelectMany(each => each.Successors).All(next => next == block || _flow.LoopOf(header).Contains(next));

    private void Add(Dictionary<Block, List<Block>> places, Block where, Block block)
    {
        if (!places.TryGetValue(where, out var list)) places[where] = list = [];
        list.Add(block);
        _placed.Add(block);
    }

    private List<Node> Whole(Block block)
    {
        var nodes = Body(block);
        if (!_flow.IsHeader(block)) return nodes;
        return Scoped([new LoopNode(block, nodes)], _behind.GetValueOrDefault(block));
    }

    private List<Node> Body(Block block)
    {
        List<Node> nodes = [new CodeNode(block)];
        switch (block.Successors)
        {
            case []: nodes.Add(new GoNode(null, false)); break;
            case [var next]: nodes.AddRange(Edge(block, next)); break;
            case [var first, var second]: nodes.Add(new IfNode(block, Edge(block, first), Edge(block, second))); break;
        }

        return Scoped(nodes, _inner.GetValueOrDefault(block));
    }

    private List<Node> Scoped(List<Node> nodes, List<Block>? targets)
    {
        if (targets is null) return nodes;
        foreach (var target in targets.OrderBy(_flow.Place))
        {
            // Code at the start goes nowhere: outside, a barrier in it does not make the scope the group's.
            int start = nodes[0] is CodeNode ? 1 : 0;
            nodes = [.. nodes[..start], new ScopeNode(target, nodes[start..]), .. Whole(target)];
        }

        return nodes;
    }

    private List<Node> Edge(Block from, Block to)
    {
        List<Node> nodes = to.Phis.Count == 0 ? [] : [new MovesNode(from, to)];
        if (to.Successors.Count == 0 && to.Instructions.Count == 0) nodes.Add(new GoNode(null, false));
        else if (_flow.IsBack(from, to)) nodes.Add(new GoNode(to, true));
        else if (_placed.Contains(to)) nodes.Add(new GoNode(to, false));
        else nodes.AddRange(Whole(to));
        return nodes;
    }
}
