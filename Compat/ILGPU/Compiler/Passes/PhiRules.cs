namespace ILGPU.Compiler;

/// <summary>Which phis are not needed.</summary>
internal static class PhiRules
{
    /// <summary>A phi of one value is that value.</summary>
    public static Value ReplaceIfTrivial(Phi phi)
    {
        Value? only = null;
        foreach (var operand in phi.Operands)
        {
            var value = operand.Resolved;
            if (value == phi || value == only) continue;
            if (only is not null && !Folding.AreSame(value, only)) return phi;
            only ??= value;
        }

        only ??= Constant.Zero(phi.Type);
        phi.ReplaceBy(only);
        phi.Block.Phis.Remove(phi);
        return only;
    }

    /// <summary>Removes phis of one value, until none is left.</summary>
    public static void RemoveTrivial(IReadOnlyList<Block> blocks)
    {
        bool again = true;
        while (again)
        {
            again = false;
            foreach (var block in blocks)
                foreach (var phi in block.Phis.ToArray())
                    again |= ReplaceIfTrivial(phi) != phi;
        }
    }

    /// <summary>Makes bools of integers that are 0 or 1: IL has no bools on its stack.</summary>
    public static void MakeBool(IReadOnlyList<Block> blocks)
    {
        var truths = blocks.SelectMany(block => block.Phis).Where(phi => phi.Type == IrType.Int32).ToHashSet();
        while (truths.RemoveWhere(phi => !phi.Operands.TrueForAll(operand => IsTruth(operand.Resolved, truths))) > 0)
        {
        }

        foreach (var phi in truths)
        {
            for (int i = 0; i < phi.Operands.Count; i++) phi.Operands[i] = Truth(phi.Operands[i].Resolved);
        }

        foreach (var phi in truths)
        {
            var truth = new Phi(IrType.Bool, phi.Block) { Name = phi.Name };
            truth.Operands.AddRange(phi.Operands);
            phi.Block.Phis[phi.Block.Phis.IndexOf(phi)] = truth;
            var number = new Instruction(IrType.Int32, Operation.Convert, phi.Block, [truth]);
            phi.Block.Instructions.Insert(0, number);
            phi.ReplaceBy(number);
        }

        // A phi among these that was an operand is now a number made of a truth: take the truth.
        foreach (var phi in blocks.SelectMany(block => block.Phis).Where(phi => phi.Type == IrType.Bool))
            for (int i = 0; i < phi.Operands.Count; i++) phi.Operands[i] = Truth(phi.Operands[i].Resolved);
    }

    private static bool IsTruth(Value value, HashSet<Phi> truths) => value switch
    {
        Constant constant => constant.Bits is 0 or 1,
        Phi phi => truths.Contains(phi),
        Instruction { Operation: Operation.Convert } convert => convert.Operands[0].Resolved.Type == IrType.Bool,
        _ => false,
    };

    private static Value Truth(Value value) => value switch
    {
        Constant constant => Constant.Of(constant.Bits != 0),
        Instruction { Operation: Operation.Convert, Type: var type } convert when type == IrType.Int32
            && convert.Operands[0].Resolved.Type == IrType.Bool => convert.Operands[0].Resolved,
        _ => value,
    };
}
