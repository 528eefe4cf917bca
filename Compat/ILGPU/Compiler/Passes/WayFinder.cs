namespace ILGPU.Compiler;

/// <summary>Finds how each way goes on, and which scopes and loops need a label.</summary>
internal sealed class WayFinder
{
    private readonly Dictionary<Block, ScopeNode> _scopes = [];
    private readonly Dictionary<Block, LoopNode> _loops = [];

    /// <summary>Sets the ways and labels of a kernel's nodes.</summary>
    public static void Find(List<Node> nodes) => new WayFinder().List(nodes, default, default);

    private void List(List<Node> nodes, Place next, Loop loop)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case ScopeNode scope:
                    _scopes[scope.Target] = scope;
                    List(scope.Inner, new(scope.Target, false), loop);
                    break;
                case LoopNode inner:
                    _loops[inner.Header] = inner;
                    List(inner.Body, new(inner.Header, true), new(inner.Header, next));
                    break;
                case IfNode branch:
                    List(branch.WhenTrue, next, loop);
                    List(branch.WhenFalse, next, loop);
                    break;
                case GoNode go:
                    go.Way = WayOf(go, next, loop);
                    break;
            }
        }
    }

    private Way WayOf(GoNode go, Place next, Loop loop)
    {
        var to = new Place(go.Target, go.IsBack);
        if (to == next) return Way.Next;
        if (go.Target is null) return Way.Return;
        if (loop.Header is not null && to == loop.Behind) return Way.Break;
        if (go.IsBack && go.Target == loop.Header) return Way.Continue;
        if (go.IsBack) _loops[go.Target].HasLabel = true;
        else _scopes[go.Target].HasLabel = true;
        return Way.Goto;
    }

    /// <summary>A block, or the next round of the loop that it begins; none is the end of the kernel.</summary>
    private readonly record struct Place(Block? Block, bool IsRound);

    /// <summary>The innermost loop, and what is behind it.</summary>
    private readonly record struct Loop(Block? Header, Place Behind);
}
