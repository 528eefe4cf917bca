namespace ILGPU.Compiler;

/// <summary>Puts copies of an innermost loop's rounds before it.</summary>
internal sealed class LoopCopies
{
    private readonly ControlFlow _flow;
    private readonly Block _header;
    private readonly Block _latch;
    private readonly List<Block> _body;
    private Dictionary<Value, Value> _values = [];

    private LoopCopies(ControlFlow flow, Block header, Block latch)
    {
        _flow = flow;
        _header = header;
        _latch = latch;
        _body = flow.Blocks.FindAll(flow.LoopOf(header).Contains);
    }

    /// <summary>
    /// Peels rounds off a loop with one way in and one way round, so that it begins behind them. The loop must be in closed form
    /// (<see cref="LoopClosedForm"/>), with exits of its own.
    /// </summary>
    public static void Peel(ControlFlow flow, Block header, int rounds)
    {
        var copies = new LoopCopies(flow, header, TripCount.Latch(flow, header)!);
        for (int i = 0; i < rounds; i++) copies.Peel();
    }

    // One round: the way into the loop leads to the copy, and the copy's way round into the loop.
    private void Peel()
    {
        int entry = _header.Predecessors[0] == _latch ? 1 : 0;
        int round = 1 - entry;
        var before = _header.Predecessors[entry];
        _values = [];
        foreach (var phi in _header.Phis) _values[phi] = phi.Operands[entry];
        var copies = _body.ToDictionary(block => block, _ => new Block());
        foreach (var block in _body) Copy(block, copies);
        before.Successors[before.Successors.IndexOf(_header)] = copies[_header];
        copies[_header].Predecessors.Add(before);
        _header.Predecessors[entry] = copies[_latch];
        var next = _header.Phis.ConvertAll(phi => Of(phi.Operands[round]));
        for (int i = 0; i < next.Count; i++) _header.Phis[i].Operands[entry] = next[i];
    }

    private Value Of(Value value) => _values.GetValueOrDefault(value, value);

    private void Copy(Block block, Dictionary<Block, Block> copies)
    {
        var copy = copies[block];
        if (block != _header)
        {
            copy.Predecessors.AddRange(block.Predecessors.Select(each => copies[each]));
            foreach (var phi in block.Phis)
            {
                var same = new Phi(phi.Type, copy) { Name = phi.Name };
                same.Operands.AddRange(phi.Operands.Select(Of));
                copy.Phis.Add(same);
                _values[phi] = same;
            }
        }

        foreach (var instruction in block.Instructions)
        {
            var operands = Array.ConvertAll(instruction.Operands, Of);
            var same = new Instruction(instruction.Type, instruction.Operation, copy, operands, instruction.Function)
            {
                Dimension = instruction.Dimension,
                Name = instruction.Name,
            };
            copy.Instructions.Add(same);
            _values[instruction] = same;
        }

        copy.Condition = block.Condition is null ? null : Of(block.Condition);
        foreach (var next in block.Successors)
        {
            // Round again is where the loop begins.
            copy.Successors.Add(next == _header ? next : copies.GetValueOrDefault(next, next));
            if (next == _header || copies.ContainsKey(next)) continue;
            int at = next.Predecessors.IndexOf(block);
            next.Predecessors.Add(copy);
            foreach (var phi in next.Phis) phi.Operands.Add(Of(phi.Operands[at]));
        }
    }
}
