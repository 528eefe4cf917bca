namespace ILGPU.Compiler.Simd;

/// <summary>What each way through a structured kernel passes: the nodes around it, from the outermost in.</summary>
internal sealed class Paths
{
    private readonly Dictionary<GoNode, Node[]> _around = [];
    private readonly Dictionary<MovesNode, GoNode?> _after = [];

    public Paths(List<Node> nodes) => List(nodes, []);

    /// <summary>All ways on.</summary>
    public IEnumerable<GoNode> Ways => _around.Keys;

    /// <summary>All loops, inner ones after those around them.</summary>
    public List<LoopNode> Loops { get; } = [];

    /// <summary>All moves.</summary>
    public IEnumerable<MovesNode> Moves => _after.Keys;

    /// <summary>The way on behind moves; null where what they enter stands next.</summary>
    public GoNode? After(MovesNode moves) => _after[moves];

    /// <summary>The nodes around a way.</summary>
    public Node[] Around(GoNode go) => _around[go];

    /// <summary>Where among the nodes around it a way leads: behind that scope, round that loop; −1 is the end of the kernel.</summary>
    public int Target(GoNode go) => Array.FindLastIndex(_around[go], node => node switch
    {
        ScopeNode scope => !go.IsBack && scope.Target == go.Target,
        LoopNode loop => go.IsBack && loop.Header == go.Target,
        _ => false,
    });

    private void List(List<Node> nodes, List<Node> around)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            switch (nodes[i])
            {
                case MovesNode moves:
                    _after[moves] = i + 1 < nodes.Count ? nodes[i + 1] as GoNode : null;
                    break;
                case GoNode go:
                    _around[go] = [.. around];
                    break;
                case IfNode branch:
                    Inside(branch, branch.WhenTrue, around);
                    Inside(branch, branch.WhenFalse, around);
                    break;
                case LoopNode loop:
                    Loops.Add(loop);
                    Inside(loop, loop.Body, around);
                    break;
                case ScopeNode scope:
                    Inside(scope, scope.Inner, around);
                    break;
            }
        }
    }

    private void Inside(Node node, List<Node> nodes, List<Node> around)
    {
        around.Add(node);
        List(nodes, around);
        around.RemoveAt(around.Count - 1);
    }
}
