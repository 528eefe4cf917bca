namespace ILGPU.Compiler;

/// <summary>Makes variables of the work-item's memory where every index is a constant: it then lies in registers.</summary>
internal sealed class LocalArrays
{
    private const int MostElements = 256;

    private readonly SsaBuilder _ssa = new();
    private readonly Dictionary<Allocation, Variable[]> _variables = [];

    private LocalArrays(IEnumerable<Allocation> memories)
    {
        foreach (var memory in memories)
        {
            var type = memory.Type with { IsPointer = false };
            _variables[memory] = [.. Enumerable.Range(0, memory.Count).Select(i => new Variable(type, (memory.Name ?? "local") + i))];
        }
    }

    /// <summary>Makes variables of all memories that allow it.</summary>
    public static void Run(Function function)
    {
        var memories = function.Allocations.Where(each => IsSmall(each) && HasConstantIndices(function, each)).ToList();
        if (memories.Count == 0) return;
        new LocalArrays(memories).Rename(function.Blocks);
        Cleanup.Run(function);
    }

    /// <summary>Whether there are few enough elements for a variable each.</summary>
    public static bool IsSmall(Allocation memory) => memory is { Space: AddressSpace.Local, Count: <= MostElements };

    /// <summary>The memory that an instruction loads from or stores to; null of what does neither.</summary>
    public static Allocation? MemoryOf(Instruction instruction) =>
        instruction.Operation is Operation.Load or Operation.Store ? instruction.Operands[0] as Allocation : null;

    private static bool HasConstantIndices(Function function, Allocation memory) => function.Blocks.TrueForAll(block =>
        block.Phis.TrueForAll(phi => !phi.Operands.Contains(memory))
        && block.Instructions.TrueForAll(each => !each.Operands.Contains(memory)
            || (MemoryOf(each) == memory && each.Operands[1] is Constant index && index.Bits >= 0 && index.Bits < memory.Count)));

    private void Rename(List<Block> blocks)
    {
        var done = new HashSet<Block>();
        _ssa.Seal(blocks[0]);
        foreach (var block in blocks)
        {
            if (block.Predecessors.TrueForAll(done.Contains)) _ssa.Seal(block);
            Rename(block);
            done.Add(block);
            foreach (var next in block.Successors)
                if (done.Contains(next) && next.Predecessors.TrueForAll(done.Contains)) _ssa.Seal(next);
        }
    }

    private void Rename(Block block)
    {
        foreach (var instruction in block.Instructions.ToArray())
        {
            if (MemoryOf(instruction) is not { } memory || !_variables.TryGetValue(memory, out var variables)) continue;
            var variable = variables[(int)((Constant)instruction.Operands[1]).Bits];
            if (instruction.Operation == Operation.Load) instruction.ReplaceBy(_ssa.Read(block, variable));
            else _ssa.Write(block, variable, instruction.Operands[2].Resolved);
            block.Instructions.Remove(instruction);
        }
    }
}
