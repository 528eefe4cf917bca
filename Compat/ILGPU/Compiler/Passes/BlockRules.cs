namespace ILGPU.Compiler;

/// <summary>Which blocks and branches are not needed.</summary>
internal static class BlockRules
{
    /// <summary>Forgets blocks that are never entered.</summary>
    public static void RemoveUnreachable(Function function)
    {
        var blocks = function.Blocks;
        var reached = blocks.ToHashSet();
        foreach (var block in blocks)
        {
            for (int i = block.Predecessors.Count - 1; i >= 0; i--)
                if (!reached.Contains(block.Predecessors[i])) RemovePredecessor(block, i);
        }
    }

    /// <summary>Branches whose condition is a constant go one way.</summary>
    public static bool DropKnownBranches(List<Block> blocks)
    {
        bool changed = false;
        foreach (var block in blocks)
        {
            if (block.Condition is not Constant known) continue;
            var dropped = block.Successors[known.Bits != 0 ? 1 : 0];
            block.Successors.Remove(dropped);
            block.Condition = null;
            RemovePredecessor(dropped, dropped.Predecessors.IndexOf(block));
            changed = true;
        }

        return changed;
    }

    /// <summary>Makes one block of two that always follow each other.</summary>
    public static void Join(Function function)
    {
        foreach (var block in function.Blocks)
        {
            while (block.Successors is [var next] && next.Predecessors.Count == 1 && next != block && next.Phis.Count == 0)
            {
                foreach (var instruction in next.Instructions) instruction.Block = block;
                block.Instructions.AddRange(next.Instructions);
                block.Condition = next.Condition;
                block.Successors.Clear();
                block.Successors.AddRange(next.Successors);
                foreach (var after in next.Successors) after.Predecessors[after.Predecessors.IndexOf(next)] = block;
                next.Predecessors.Clear();
                next.Successors.Clear();
            }
        }
    }

    /// <summary>Goes past blocks that do nothing. Loops keep the ways in and the one way round that they have.</summary>
    public static void Thread(Function function)
    {
        var blocks = function.Blocks;
        var place = blocks.Select((block, i) => (block, i)).ToDictionary(pair => pair.block, pair => pair.i);
        foreach (var block in blocks)
        {
            bool isEmpty = block.Instructions.Count == 0 && block.Phis.Count == 0 && block != function.Entry;
            if (!isEmpty || block.Successors is not [var target] || target == block) continue;
            if (target.Predecessors.Exists(each => place[each] >= place[target])) continue;
            if (block.Predecessors.Exists(target.Predecessors.Contains)) continue;
            int at = target.Predecessors.IndexOf(block);
            foreach (var before in block.Predecessors)
            {
                before.Successors[before.Successors.IndexOf(block)] = target;
                target.Predecessors.Add(before);
                foreach (var phi in target.Phis) phi.Operands.Add(phi.Operands[at]);
            }

            block.Predecessors.Clear();
            block.Successors.Clear();
            RemovePredecessor(target, at);
        }
    }

    /// <summary>Forgets one way into a block.</summary>
    public static void RemovePredecessor(Block block, int index)
    {
        block.Predecessors.RemoveAt(index);
        foreach (var phi in block.Phis) phi.Operands.RemoveAt(index);
    }
}
