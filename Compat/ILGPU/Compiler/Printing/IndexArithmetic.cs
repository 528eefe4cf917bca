namespace ILGPU.Compiler;

/// <summary>
/// Which sums and products are nothing but indices of memory. An index that overflows lies outside of any view that it is taken of, so these
/// need not wrap around as C#'s do, and C compilers may take them for what they look like.
/// </summary>
internal sealed class IndexArithmetic
{
    private readonly HashSet<Value> _indices = [];

    public IndexArithmetic(Function function)
    {
        var others = new HashSet<Value>();
        foreach (var block in function.Blocks)
        {
            others.UnionWith(block.Phis.SelectMany(phi => phi.Operands));
            if (block.Condition is { } condition) others.Add(condition);
        }

        // Users stand behind what they use: from the end, it is known what they are.
        foreach (var block in Enumerable.Reverse(function.Blocks))
            foreach (var instruction in Enumerable.Reverse(block.Instructions)) Visit(instruction, others);
    }

    /// <summary>Whether a value is used as an index only.</summary>
    public bool Contains(Value value) => _indices.Contains(value);

    private void Visit(Instruction instruction, HashSet<Value> others)
    {
        if (IsArithmetic(instruction) && !others.Contains(instruction))
        {
            // Its operands may be indices too, as far as nothing else uses them.
            _indices.Add(instruction);
            return;
        }

        bool isAccess = instruction.Operation is Operation.Load or Operation.Store or Operation.Atomic or Operation.Offset;
        for (int i = 0; i < instruction.Operands.Length; i++)
            if (!(isAccess && i == 1)) others.Add(instruction.Operands[i]);
    }

    private static bool IsArithmetic(Instruction instruction) => (instruction.Type == IrType.Int32 || instruction.Type == IrType.Int64)
        && (instruction.Operation is Operation.Add or Operation.Subtract or Operation.Multiply
            || (instruction.Operation == Operation.Convert && instruction.Operands[0].Type == IrType.Int32));
}
