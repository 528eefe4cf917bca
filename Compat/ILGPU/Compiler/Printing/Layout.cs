namespace ILGPU.Compiler;

/// <summary>Where in the text each variable is made, and whether it is seen from wherever it is used.</summary>
internal sealed class Layout
{
    private readonly Inlining _inlining;
    private readonly ControlFlow _flow;
    private readonly Coalescing _coalescing;
    private readonly Dictionary<Value, Braces> _made = [];
    private readonly HashSet<Value> _early = [];
    private readonly Dictionary<LoopNode, LoopShape> _loops = [];
    private readonly Dictionary<IfNode, IfShape> _ifs = [];
    private readonly List<(Value Value, Braces Where)> _uses = [];

    public Layout(List<Node> nodes, ControlFlow flow, Inlining inlining, Coalescing coalescing)
    {
        _inlining = inlining;
        _flow = flow;
        _coalescing = coalescing;
        Walk(nodes, new(null));
        foreach (var (value, where) in _uses)
            if (value is Instruction or Phi && !(_made.TryGetValue(value, out var made) && where.AreIn(made))) _early.Add(value);
    }

    /// <summary>The variables that are declared at the start of the kernel, because no braces hold all their uses.</summary>
    public IReadOnlySet<Value> Early => _early;

    public LoopShape Of(LoopNode loop) => _loops[loop];

    /// <summary>What the head of the loop at a block steps; null where there is nothing of the kind.</summary>
    public Phi? CounterOf(Block header)
    {
        foreach (var (loop, shape) in _loops)
            if (loop.Header == header) return shape.Counter;
        return null;
    }

    /// <summary>Whether moves go round a loop, rather than into it.</summary>
    public bool IsRound(MovesNode moves) => _flow.IsBack(moves.From, moves.To);

    public IfShape Of(IfNode node) => _ifs[node];

    /// <summary>The loop that a list of nodes begins with, and that is entered there only.</summary>
    public static LoopNode? Entered(MovesNode moves, Node next)
    {
        while (next is ScopeNode scope) next = scope.Inner[0];
        bool isOnly = next is LoopNode loop && loop.Header == moves.To;
        return isOnly ? (LoopNode)next : null;
    }

    private void Walk(List<Node> nodes, Braces braces)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            switch (nodes[i])
            {
                case CodeNode code: Code(code.Block, braces); break;
                case MovesNode moves: Moves(moves, i + 1 < nodes.Count ? Entered(moves, nodes[i + 1]) : null, braces); break;
                case ScopeNode scope:
                    foreach (var phi in scope.Target.Phis) _made.TryAdd(phi, braces);
                    Walk(scope.Inner, scope.HasLabel ? new(braces) : braces);
                    break;
                case LoopNode loop: Loop(loop, braces); break;
                case IfNode branch:
                    Use(branch.Block.Condition!, braces);
                    var shape = _ifs[branch] = IfShape.Of(branch, _coalescing);
                    Walk(shape.Inner, new(braces));
                    if (shape.Rest is not null) Walk(shape.Rest, shape.IsFlat ? braces : new(braces));
                    break;
            }
        }
    }

    private void Loop(LoopNode loop, Braces braces)
    {
        var shape = _loops[loop] = LoopShape.Of(loop, _flow, _inlining);
        var inner = new Braces(braces);
        if (shape.Counter is { } counter && _made.ContainsKey(counter)) _made[counter] = inner;
        foreach (var phi in loop.Header.Phis) _made.TryAdd(phi, braces);
        if (shape.Test is not null) Use(shape.Test.Block.Condition!, inner);
        Walk(shape.Body, inner);
    }

    private void Code(Block block, Braces braces)
    {
        foreach (var instruction in block.Instructions.Where(each => !_inlining.IsInlined(each)))
        {
            _made[instruction] = braces;
            foreach (var operand in instruction.Operands) Use(operand, braces);
        }
    }

    private void Moves(MovesNode moves, LoopNode? entered, Braces braces)
    {
        int from = moves.To.Predecessors.IndexOf(moves.From);
        foreach (var phi in moves.To.Phis)
        {
            Use(phi.Operands[from], braces);
            if (entered is not null) _made.TryAdd(phi, braces);
            else if (!IsRound(moves) || CounterOf(moves.To) != phi) _uses.Add((_coalescing.Of(phi), braces));
        }
    }

    private void Use(Value value, Braces braces)
    {
        if (value is Instruction instruction && _inlining.IsInlined(instruction))
            foreach (var operand in instruction.Operands) Use(operand, braces);
        else
            _uses.Add((_coalescing.Of(value), braces));
    }
}
