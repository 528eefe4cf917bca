namespace ILGPU.Compiler;

/// <summary>Which blocks every way to a block passes, and which blocks are loops.</summary>
internal sealed class ControlFlow
{
    private readonly Dictionary<Block, int> _place = [];
    private readonly Dictionary<Block, Block> _dominators = [];
    private readonly Dictionary<Block, HashSet<Block>> _loops = [];

    /// <summary>Looks at a function.</summary>
    /// <exception cref="KernelCompilationException">A loop has two ways in.</exception>
    public ControlFlow(Function function)
    {
        Blocks = function.Blocks;
        for (int i = 0; i < Blocks.Count; i++) _place[Blocks[i]] = i;
        FindDominators(function.Entry);
        foreach (var block in Blocks)
        {
            foreach (var header in block.Successors.Where(next => Place(next) <= Place(block)))
            {
                if (!Dominates(header, block))
                {
                    throw new KernelCompilationException(
                        $"Kernel {function.Name} can't be compiled: a loop is entered in two places. Write it without goto into a loop.");
                }

                AddLoop(header, block);
            }
        }
    }

    /// <summary>All blocks, each after those that lead to it but for loops.</summary>
    public List<Block> Blocks { get; }

    public int Place(Block block) => _place[block];

    /// <summary>The last block that every way to this one passes.</summary>
    public Block? Dominator(Block block) => _dominators[block] is var dominator && dominator != block ? dominator : null;

    public bool Dominates(Block first, Block second)
    {
        while (Place(second) > Place(first)) second = _dominators[second];
        return first == second;
    }

    public bool IsHeader(Block block) => _loops.ContainsKey(block);

    /// <summary>Whether an edge goes round a loop.</summary>
    public bool IsBack(Block from, Block to) => Place(to) <= Place(from);

    /// <summary>The blocks of the loop that begins at a block.</summary>
    public IReadOnlySet<Block> LoopOf(Block header) => _loops[header];

    /// <summary>The innermost loop that a block is in, by its header; null outside of loops.</summary>
    public Block? Innermost(Block block) => _loops.Keys.Where(header => _loops[header].Contains(block)).MinBy(header => _loops[header].Count);

    // Cooper, Harvey and Kennedy: "A Simple, Fast Dominance Algorithm" (2001).
    private void FindDominators(Block entry)
    {
        _dominators[entry] = entry;
        bool again = true;
        while (again)
        {
            again = false;
            foreach (var block in Blocks.Skip(1))
            {
                Block? common = null;
                foreach (var before in block.Predecessors.Where(_dominators.ContainsKey)) common = common is null ? before : Meet(common, before);
                if (_dominators.TryGetValue(block, out var known) && known == common) continue;
                _dominators[block] = common!;
                again = true;
            }
        }
    }

    private Block Meet(Block first, Block second)
    {
        while (first != second)
        {
            while (Place(first) > Place(second)) first = _dominators[first];
            while (Place(second) > Place(first)) second = _dominators[second];
        }

        return first;
    }

    private void AddLoop(Block header, Block latch)
    {
        if (!_loops.TryGetValue(header, out var loop)) _loops[header] = loop = [header];
        var open = new Stack<Block>([latch]);
        while (open.TryPop(out var block))
        {
            if (!loop.Add(block)) continue;
            foreach (var before in block.Predecessors) open.Push(before);
        }
    }
}
