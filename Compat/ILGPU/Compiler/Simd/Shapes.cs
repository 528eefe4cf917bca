namespace ILGPU.Compiler.Simd;

/// <summary>
/// Finds the shape of each value, and where lanes part: at branches whose condition varies, and in loops that lanes leave at different
/// times. Begins with all values uniform and follows what differs until nothing changes.
/// </summary>
internal sealed class Shapes
{
    private readonly ControlFlow _flow;
    private readonly Paths _paths;
    private readonly Levels _levels;
    private readonly Spaces _spaces;
    private readonly IReadOnlySet<Value> _forced;
    private readonly Dictionary<Value, Shape> _known = [];
    private readonly Dictionary<LoopNode, ShapeKind> _loops = [];
    private readonly Dictionary<Block, ShapeKind> _joins = [];
    private bool _changed;

    /// <summary>Looks at a structured function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="flow">Its loops.</param>
    /// <param name="paths">Its ways.</param>
    /// <param name="levels">Which blocks belong to the group.</param>
    /// <param name="spaces">Whose memory pointers lead to.</param>
    /// <param name="forced">Values that are to count as varying, whatever they are.</param>
    public Shapes(Function function, ControlFlow flow, Paths paths, Levels levels, Spaces spaces, IReadOnlySet<Value> forced)
    {
        (_flow, _paths, _levels, _spaces, _forced) = (flow, paths, levels, spaces, forced);
        do
        {
            _changed = false;
            FindPartingLoops();
            FindPartingJoins();
            foreach (var block in function.Blocks) Visit(block);
        }
        while (_changed);
    }

    /// <summary>The shape of a value.</summary>
    public Shape Of(Value value) => value is Instruction or Phi ? _known.GetValueOrDefault(value, Shape.Uniform) : Shape.Uniform;

    /// <summary>Whether lanes part at a node: a branch they take differently, or a loop they leave at different times.</summary>
    public bool Parts(Node node) => PartingAt(node) > ShapeKind.Row;

    /// <summary>Whether some lanes may have left the way to a target before, or come later: lanes part between the two.</summary>
    public bool IsParted(GoNode go) => PartingSince(go, _paths.Target(go)) > ShapeKind.Row;

    // Work-items go together, rows of them do, or each goes its way.
    private ShapeKind PartingAt(Node node) => node switch
    {
        IfNode branch => Of(branch.Block.Condition!).Kind,
        LoopNode loop => _loops.GetValueOrDefault(loop),
        _ => ShapeKind.Uniform,
    };

    private ShapeKind PartingSince(GoNode go, int place)
    {
        var kind = ShapeKind.Uniform;
        var around = _paths.Around(go);
        for (int i = place + 1; i < around.Length; i++) kind = Max(kind, Max(PartingAt(around[i]), Waiting(go, around[i])));
        return kind;
    }

    // Lanes that wait at the end of a node, having come there earlier, while others still go through it.
    private ShapeKind Waiting(GoNode go, Node node)
    {
        var kind = ShapeKind.Uniform;
        if (node is IfNode) return kind;
        foreach (var other in _paths.Ways)
        {
            if (other == go) break;
            int at = _paths.Target(other);
            if (at >= 0 && _paths.Around(other)[at] == node) kind = Max(kind, PartingSince(other, at));
        }

        return kind;
    }

    /// <summary>Whether a way leads beyond a node around it while other lanes come to the node's end.</summary>
    public bool LeaksOver(GoNode go, int at) => _paths.Target(go) < at && PartingSince(go, at - 1) > ShapeKind.Row;

    private static ShapeKind Max(ShapeKind first, ShapeKind second) => first > second ? first : second;

    // Some work-items leave a loop before others.
    private void FindPartingLoops()
    {
        foreach (var loop in Enumerable.Reverse(_paths.Loops))
        {
            var kind = ShapeKind.Uniform;
            foreach (var go in _paths.Ways)
            {
                int at = Array.IndexOf(_paths.Around(go), loop);
                if (at >= 0 && _paths.Target(go) < at) kind = Max(kind, PartingSince(go, at - 1));
            }

            if (kind <= _loops.GetValueOrDefault(loop)) continue;
            _loops[loop] = kind;
            _changed = true;
        }
    }

    private void FindPartingJoins()
    {
        foreach (var moves in _paths.Moves)
        {
            if (_paths.After(moves) is not { } go || (go.IsBack && IsOnlyRound(moves.To))) continue;
            var kind = PartingSince(go, _paths.Target(go));
            if (kind <= _joins.GetValueOrDefault(moves.To)) continue;
            _joins[moves.To] = kind;
            _changed = true;
        }
    }

    private void Visit(Block block)
    {
        foreach (var phi in block.Phis) Learn(phi, ShapeOf(phi));
        foreach (var instruction in block.Instructions) Learn(instruction, ShapeOf(instruction));
    }

    private void Learn(Value value, Shape shape)
    {
        if (_forced.Contains(value)) shape = Shape.Varying;
        if (_known.TryGetValue(value, out var known))
        {
            // Only ever further from uniform, so that this ends.
            if (shape.Kind < known.Kind || shape == known) return;
            if (shape.Kind == known.Kind) shape = Shape.Varying;
        }

        _known[value] = shape;
        _changed = true;
    }

    private Shape ShapeOf(Phi phi)
    {
        Shape? shape = null;
        bool isOne = true;
        var parting = ShapeKind.Uniform;
        foreach (var operand in phi.Operands)
        {
            if (operand == phi) continue;
            isOne &= operand == phi.Operands[0] || (operand is Constant a && phi.Operands[0] is Constant b && a.Bits == b.Bits);
            if (operand is not Constant) parting = Max(parting, PartingLeft(operand, phi.Block));
            if (operand is Instruction or Phi && !_known.ContainsKey(operand)) continue;
            shape = shape is null ? Of(operand) : Shape.Either(shape.Value, Of(operand));
        }

        if (!isOne) parting = Max(parting, _joins.GetValueOrDefault(phi.Block));
        if (parting > ShapeKind.Row) return Shape.Varying;
        var found = shape ?? Shape.Uniform;
        if (parting == ShapeKind.Row && found == Shape.Uniform) found = Shape.Row;

        // What a group keeps, it keeps once, or once a work-item.
        return _paths.Moves.Any(moves => moves.To == phi.Block && _levels.IsOfGroup(moves)) && found != Shape.Uniform ? Shape.Varying : found;
    }

    // Lanes that go round a loop have all come the same way, if there is one way round.
    private bool IsOnlyRound(Block header) => header.Predecessors.Count(each => _flow.IsBack(each, header)) == 1;

    // How work-items part that leave the loops in which a value is made.
    private ShapeKind PartingLeft(Value value, Block user)
    {
        var home = value switch { Instruction instruction => instruction.Block, Phi phi => phi.Block, _ => null };
        var kind = ShapeKind.Uniform;
        foreach (var (loop, parting) in _loops)
        {
            var blocks = _flow.LoopOf(loop.Header);
            if (home is null || !blocks.Contains(home) || blocks.Contains(user) || IsKept(value, loop.Header)) continue;
            kind = Max(kind, parting);
        }

        return kind;
    }

    // What goes round a loop unchanged is the same whenever one leaves.
    private bool IsKept(Value value, Block header) => value is Phi phi && phi.Block == header
        && Enumerable.Range(0, phi.Operands.Count).All(i => phi.Operands[i] == phi || !_flow.IsBack(header.Predecessors[i], header));

    private Shape ShapeOf(Instruction instruction)
    {
        var operands = instruction.Operands;
        switch (instruction.Operation)
        {
            case Operation.Index:
                return instruction.Function switch
                {
                    "GroupIndex" or "GlobalIndex" => instruction.Dimension == 0 ? Shape.Affine(1) : Shape.Row,
                    _ => Shape.Uniform,
                };
            case Operation.Add when IsCounted(instruction.Type): return Shape.Sum(Of(operands[0]), Of(operands[1]), 1);
            case Operation.Subtract when IsCounted(instruction.Type): return Shape.Sum(Of(operands[0]), Of(operands[1]), -1);
            case Operation.Multiply when IsCounted(instruction.Type) && operands[1] is Constant factor: return Of(operands[0]).Times(factor.Bits);
            case Operation.Multiply when IsCounted(instruction.Type) && operands[0] is Constant factor: return Of(operands[1]).Times(factor.Bits);
            case Operation.ShiftLeft when IsCounted(instruction.Type) && operands[1] is Constant amount:
                return Of(operands[0]).Times(1L << (int)(amount.Bits & 31));
            case Operation.Convert when IsCounted(instruction.Type) && IsCounted(operands[0].Type):
                return Of(operands[0]);
            case Operation.Atomic: return Shape.Varying;
            case Operation.Load when _spaces.Of(operands[0]) == AddressSpace.Local: return Shape.Varying;
            default: return Joined(operands);
        }
    }

    // Affine numbers are those whose lanes can be had from the first one's: 32 bits, which wrap around alike.
    private static bool IsCounted(IrType type) => !type.IsPointer && type.Number is NumberType.Int32 or NumberType.UInt32;

    private Shape Joined(Value[] operands)
    {
        var shape = Shape.Uniform;
        foreach (var operand in operands)
        {
            var other = Of(operand);
            if (!other.IsSame) return Shape.Varying;
            if (other == Shape.Row) shape = Shape.Row;
        }

        return shape;
    }
}
