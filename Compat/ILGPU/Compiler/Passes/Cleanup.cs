namespace ILGPU.Compiler;

/// <summary>Takes out what the translation left that nobody needs.</summary>
internal static class Cleanup
{
    /// <summary>Makes a function small: no trivial phis, no dead code, no blocks without a purpose.</summary>
    public static void Run(Function function)
    {
        bool again = true;
        while (again)
        {
            BlockRules.RemoveUnreachable(function);
            var blocks = function.Blocks;
            PhiRules.RemoveTrivial(blocks);
            PhiRules.MakeBool(blocks);
            ResolveOperands(blocks);
            again = FoldAll(blocks);
            ResolveOperands(blocks);
            again |= BlockRules.DropKnownBranches(blocks);
        }

        RemoveDead(function);
        BlockRules.Join(function);
        BlockRules.Thread(function);
        BlockRules.Join(function);
        PhiRules.RemoveTrivial(function.Blocks);
        ResolveOperands(function.Blocks);
        function.Allocations.RemoveAll(each => !IsUsed(function, each));
    }

    /// <summary>Lets every use see what stands for a value by now.</summary>
    public static void ResolveOperands(List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            foreach (var phi in block.Phis)
                for (int i = 0; i < phi.Operands.Count; i++) phi.Operands[i] = phi.Operands[i].Resolved;
            foreach (var instruction in block.Instructions)
            {
                for (int i = 0; i < instruction.Operands.Length; i++) instruction.Operands[i] = instruction.Operands[i].Resolved;
                NarrowIndex(instruction);
            }

            block.Condition = block.Condition?.Resolved;
        }
    }

    private static bool FoldAll(List<Block> blocks)
    {
        bool changed = false;
        foreach (var block in blocks)
        {
            foreach (var instruction in block.Instructions.ToArray())
            {
                if (Simpler(instruction) is not { } simpler) continue;
                instruction.ReplaceBy(simpler.Resolved);
                block.Instructions.Remove(instruction);
                changed = true;
            }
        }

        return changed;
    }

    // An index of 32 bits is as good as the same with 64.
    private static void NarrowIndex(Instruction instruction)
    {
        bool hasIndex = instruction.Operation is Operation.Load or Operation.Store or Operation.Atomic or Operation.Offset;
        if (hasIndex && instruction.Operands[1] is Instruction { Operation: Operation.Convert } convert
            && convert.Type == IrType.Int64 && convert.Operands[0].Resolved.Type == IrType.Int32)
            instruction.Operands[1] = convert.Operands[0].Resolved;
    }

    private static Value? Simpler(Instruction instruction)
    {
        var operands = Array.ConvertAll(instruction.Operands, operand => operand.Resolved);
        if (instruction.Operation is < Operation.Add or > Operation.MultiplyAdd) return null;

        // Whether a truth, made an integer, is 0.
        if (instruction.Operation == Operation.NotEqual && operands[1] is Constant { Bits: 0 }
            && operands[0] is Instruction { Operation: Operation.Convert } convert && convert.Operands[0].Resolved.Type == IrType.Bool)
            return convert.Operands[0];
        if (instruction.Operation == Operation.Not && operands[0] is Instruction { Operation: Operation.Not } not) return not.Operands[0];
        return Folding.Fold(instruction.Operation, instruction.Type, operands);
    }

    private static void RemoveDead(Function function)
    {
        var blocks = function.Blocks;
        var live = new HashSet<Value>();
        var open = new Stack<Value>();
        foreach (var block in blocks)
        {
            if (block.Condition is not null) open.Push(block.Condition);
            foreach (var instruction in block.Instructions)
                if (instruction.HasEffect) open.Push(instruction);
        }

        while (open.TryPop(out var value))
        {
            if (!live.Add(value)) continue;
            var operands = value switch { Instruction instruction => instruction.Operands, Phi phi => phi.Operands, _ => (IEnumerable<Value>)[] };
            foreach (var operand in operands) open.Push(operand);
        }

        foreach (var block in blocks)
        {
            block.Phis.RemoveAll(phi => !live.Contains(phi));
            block.Instructions.RemoveAll(instruction => !live.Contains(instruction));
        }
    }

    private static bool IsUsed(Function function, Allocation allocation) => function.Blocks.Exists(block =>
        block.Instructions.Exists(each => each.Operands.Contains(allocation)) || block.Phis.Exists(phi => phi.Operands.Contains(allocation)));
}
