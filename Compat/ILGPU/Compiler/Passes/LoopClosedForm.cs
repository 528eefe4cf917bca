namespace ILGPU.Compiler;

/// <summary>
/// Gives each value that a loop makes, and that is used outside of it, a phi where the loop is left, so that nothing else looks into the
/// loop. Such phis are trivial, and <see cref="Cleanup"/> takes them out again: this is the last pass.
/// </summary>
internal sealed class LoopClosedForm
{
    private readonly IReadOnlySet<Block> _loop;
    private readonly Dictionary<(Value Value, Block Block), Value> _known = [];
    private readonly List<Phi> _merged = [];

    private LoopClosedForm(IReadOnlySet<Block> loop) => _loop = loop;

    /// <summary>Closes all loops, inner ones first. Blocks behind a loop are then entered from that loop only.</summary>
    public static void Run(Function function)
    {
        while (SplitAny(new(function)))
        {
        }

        var flow = new ControlFlow(function);
        foreach (var header in flow.Blocks.Where(flow.IsHeader).OrderBy(header => flow.LoopOf(header).Count))
        {
            new LoopClosedForm(flow.LoopOf(header)).Close(flow.Blocks);
            Cleanup.ResolveOperands(flow.Blocks);
        }
    }

    /// <summary>Closes one loop, whose exits are its own.</summary>
    public static void Close(ControlFlow flow, Block header)
    {
        new LoopClosedForm(flow.LoopOf(header)).Close(flow.Blocks);
        Cleanup.ResolveOperands(flow.Blocks);
    }

    /// <summary>Puts a block behind a loop where an exit is entered from elsewhere too; false where there is no such exit.</summary>
    public static bool SplitExit(ControlFlow flow, Block header)
    {
        var loop = flow.LoopOf(header);
        var exit = loop.SelectMany(block => block.Successors)
            .FirstOrDefault(next => !loop.Contains(next) && !IsBareEnd(next) && next.Predecessors.Exists(each => !loop.Contains(each)));
        if (exit is null) return false;
        Split(exit, loop);
        return true;
    }

    private static bool SplitAny(ControlFlow flow) => flow.Blocks.Exists(block => flow.IsHeader(block) && SplitExit(flow, block));

    private static bool IsBareEnd(Block block) => block.Successors.Count == 0 && block.Instructions.Count == 0;

    // The loop's ways into the exit go through a block of their own.
    private static void Split(Block exit, IReadOnlySet<Block> loop)
    {
        var own = new Block();
        var before = exit.Predecessors.Where(loop.Contains).ToList();
        var merged = exit.Phis.ConvertAll(phi => new Phi(phi.Type, own) { Name = phi.Name });
        foreach (var block in before)
        {
            int at = exit.Predecessors.IndexOf(block);
            for (int i = 0; i < merged.Count; i++) merged[i].Operands.Add(exit.Phis[i].Operands[at]);
            BlockRules.RemovePredecessor(exit, at);
            block.Successors[block.Successors.IndexOf(exit)] = own;
            own.Predecessors.Add(block);
        }

        own.Phis.AddRange(merged);
        own.Jump(exit);
        for (int i = 0; i < merged.Count; i++) exit.Phis[i].Operands.Add(merged[i]);
    }

    private void Close(List<Block> blocks)
    {
        foreach (var block in blocks.Where(block => !_loop.Contains(block)))
        {
            foreach (var phi in block.Phis.ToArray())
                for (int i = 0; i < phi.Operands.Count; i++) phi.Operands[i] = Seen(phi.Operands[i], block.Predecessors[i]);
            foreach (var instruction in block.Instructions)
                for (int i = 0; i < instruction.Operands.Length; i++) instruction.Operands[i] = Seen(instruction.Operands[i], block);
            if (block.Condition is { } condition) block.Condition = Seen(condition, block);
        }

        while (_merged.RemoveAll(phi => PhiRules.ReplaceIfTrivial(phi) != phi) > 0)
        {
        }
    }

    private Value Seen(Value value, Block from)
    {
        var made = value switch { Phi phi => phi.Block, Instruction instruction => instruction.Block, _ => null };
        return made is not null && _loop.Contains(made) ? At(value, from) : value;
    }

    // The value as it is known at a block.
    private Value At(Value value, Block block)
    {
        if (_loop.Contains(block)) return value;
        if (_known.TryGetValue((value, block), out var known)) return known.Resolved;
        bool isExit = block.Predecessors.Exists(_loop.Contains);
        if (!isExit && block.Predecessors is [var only]) return _known[(value, block)] = At(value, only);
        var phi = new Phi(value.Type, block) { Name = value.Name };
        block.Phis.Add(phi);
        _known[(value, block)] = phi;
        foreach (var before in block.Predecessors) phi.Operands.Add(At(value, before));
        if (!isExit) _merged.Add(phi);
        return phi;
    }
}
