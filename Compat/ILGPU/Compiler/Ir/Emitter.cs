namespace ILGPU.Compiler;

/// <summary>Adds instructions to the current block; what is known at once becomes a constant.</summary>
/// <param name="block">The block to begin with.</param>
internal sealed class Emitter(Block block)
{
    public Block Block { get; set; } = block;

    /// <summary>An operation on one or two numbers of the same type.</summary>
    public Value Arithmetic(Operation operation, IrType type, params Value[] operands) =>
        Folding.Fold(operation, type, operands) ?? Add(new(type, operation, Block, operands));

    /// <summary>A comparison of numbers of the same type.</summary>
    public Value Compare(Operation operation, Value first, Value second)
    {
        // IL asks whether a bool is 0.
        if (first.Type == IrType.Bool && second is Constant constant && operation is Operation.Equal or Operation.NotEqual)
            return constant.Bits != 0 == (operation == Operation.Equal) ? first : Not(first);
        return Arithmetic(operation, IrType.Bool, first, second);
    }

    /// <summary>The opposite of a bool.</summary>
    public Value Not(Value value)
    {
        if (value is Instruction compare && Folding.Opposite(compare) is { } opposite)
            return Arithmetic(opposite, IrType.Bool, compare.Operands[0].Resolved, compare.Operands[1].Resolved);
        if (value is Instruction { Operation: Operation.Not } not) return not.Operands[0].Resolved;
        return Arithmetic(Operation.Not, IrType.Bool, value);
    }

    /// <summary>One of two values, by a bool.</summary>
    public Value Select(Value condition, Value whenTrue, Value whenFalse)
    {
        if (Folding.AreSame(whenTrue, whenFalse)) return whenTrue;
        if (whenTrue.Type != IrType.Bool) return Arithmetic(Operation.Select, whenTrue.Type, condition, whenTrue, whenFalse);

        // Bools: what a choice with a known side comes to.
        if (whenTrue is Constant first) return Join(first.Bits != 0, condition, whenFalse, isOpposite: first.Bits == 0);
        if (whenFalse is Constant second) return Join(second.Bits != 0, condition, whenTrue, isOpposite: second.Bits != 0);
        return Arithmetic(Operation.Select, IrType.Bool, condition, whenTrue, whenFalse);

        Value Join(bool isOr, Value left, Value right, bool isOpposite) =>
            Arithmetic(isOr ? Operation.Or : Operation.And, IrType.Bool, isOpposite ? Not(left) : left, right);
    }

    /// <summary>A number as another type, by value.</summary>
    public Value Convert(Value value, IrType type)
    {
        if (value.Type == type) return value;
        if (value.Type.IsPointer || type.IsPointer) throw new InvalidCastException($"{value.Type} is not {type}");
        if (type == IrType.Bool)
            return value is Instruction { Operation: Operation.Convert } convert && convert.Operands[0].Resolved.Type == IrType.Bool
                ? convert.Operands[0].Resolved
                : Compare(Operation.NotEqual, value, Constant.Zero(value.Type));
        return Arithmetic(Operation.Convert, type, value);
    }

    /// <summary>A pointer, moved by elements.</summary>
    public Value Offset(Value pointer, Value index) =>
        index is Constant { Bits: 0 } ? pointer : Add(new(pointer.Type, Operation.Offset, Block, [pointer, index]));

    public Value Load(Value pointer, Value index) =>
        Add(new(pointer.Type with { IsPointer = false }, Operation.Load, Block, [pointer, index]));

    public void Store(Value pointer, Value index, Value value) =>
        Add(new(value.Type, Operation.Store, Block, [pointer, index, Convert(value, pointer.Type with { IsPointer = false })]));

    /// <summary>A mathematical function.</summary>
    public Value Call(string function, IrType type, params Value[] operands) =>
        Add(new(type, Operation.Call, Block, operands, function));

    /// <summary>A place of the work-item, its group or the grid: 32 bits.</summary>
    public Value Index(string kind, int dimension) =>
        Add(new(IrType.Int32, Operation.Index, Block, [], kind) { Dimension = dimension });

    /// <summary>Any other operation.</summary>
    public Instruction Add(Instruction instruction)
    {
        Block.Instructions.Add(instruction);
        return instruction;
    }
}
