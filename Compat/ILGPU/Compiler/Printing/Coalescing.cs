namespace ILGPU.Compiler;

/// <summary>Which phis share a variable: one that only becomes a loop's next value is kept where that value is kept.</summary>
internal sealed class Coalescing
{
    private readonly ControlFlow _flow;
    private readonly Inlining _inlining;
    private readonly Dictionary<Value, Phi> _shared = [];

    public Coalescing(ControlFlow flow, Inlining inlining)
    {
        _flow = flow;
        _inlining = inlining;
        foreach (var header in flow.Blocks.Where(flow.IsHeader))
            foreach (var phi in header.Phis) Share(phi, phi);
    }

    /// <summary>The value whose variable holds a value: mostly itself.</summary>
    public Value Of(Value value) => _shared.GetValueOrDefault(value) ?? value;

    /// <summary>Whether moves keep every variable as it is.</summary>
    public bool IsNothing(MovesNode moves)
    {
        int from = moves.To.Predecessors.IndexOf(moves.From);
        return moves.To.Phis.TrueForAll(phi => Of(phi.Operands[from]) == Of(phi));
    }

    private void Share(Phi target, Phi next)
    {
        foreach (var operand in next.Operands.OfType<Phi>())
        {
            bool only = _inlining.Uses(operand) == 1 && !_shared.ContainsKey(operand) && operand.Block != target.Block;
            if (!only || _flow.IsHeader(operand.Block) || !_flow.LoopOf(target.Block).Contains(operand.Block)) continue;
            if (IsTaken(target, next, operand)) continue;
            _shared[operand] = target;
            Share(target, operand);
        }
    }

    // Whether the loop's present value is still read where the next one is stored already, or another next value is kept at that time.
    private bool IsTaken(Phi target, Phi next, Phi operand)
    {
        var behind = Behind(target, operand.Block);
        return _inlining.PlacesOf(target).Any(behind.Contains)
            || _shared.Any(each => each.Value == target && each.Key != next
                && (behind.Contains(((Phi)each.Key).Block) || Behind(target, ((Phi)each.Key).Block).Contains(operand.Block)));
    }

    private static HashSet<Block> Behind(Phi target, Block start)
    {
        var behind = new HashSet<Block> { start };
        var open = new Stack<Block>(behind);
        while (open.TryPop(out var block))
            foreach (var next in block.Successors)
                if (next != target.Block && behind.Add(next)) open.Push(next);
        return behind;
    }
}
