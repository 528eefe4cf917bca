namespace ILGPU.Compiler;

/// <summary>A value: made once, never changed.</summary>
/// <param name="type">Its type.</param>
internal abstract class Value(IrType type)
{
    private Value? _replacement;

    public IrType Type { get; set; } = type;

    /// <summary>The name that the kernel has for it, if it has one.</summary>
    public string? Name { get; set; }

    /// <summary>This value, or the one that stands for it by now.</summary>
    public Value Resolved
    {
        get
        {
            if (_replacement is null) return this;
            return _replacement = _replacement.Resolved;
        }
    }

    /// <summary>Lets another value stand for this one.</summary>
    public void ReplaceBy(Value other)
    {
        other.Name ??= other is Constant ? null : Name;
        _replacement = other;
    }
}

/// <summary>A parameter of the printed kernel.</summary>
/// <param name="type">Its type.</param>
/// <param name="flat">What it holds.</param>
internal sealed class ParameterValue(IrType type, FlatParameter flat) : Value(type)
{
    public FlatParameter Flat { get; } = flat;
}

/// <summary>Memory of a group or of a work-item, of constant size.</summary>
/// <param name="type">A pointer to the elements.</param>
/// <param name="space">Whose memory it is.</param>
/// <param name="count">The number of elements; 0 for the dynamic memory of the group.</param>
internal sealed class Allocation(IrType type, AddressSpace space, int count) : Value(type)
{
    public AddressSpace Space { get; } = space;

    public int Count { get; } = count;
}

/// <summary>A value that depends on where its block was entered from.</summary>
/// <param name="type">Its type.</param>
/// <param name="block">The block at whose start it is made.</param>
internal sealed class Phi(IrType type, Block block) : Value(type)
{
    public Block Block { get; } = block;

    /// <summary>The value for each predecessor of the block, in their order.</summary>
    public List<Value> Operands { get; } = [];
}

/// <summary>Whose memory it is.</summary>
internal enum AddressSpace
{
    /// <summary>The device's.</summary>
    Global,

    /// <summary>The group's.</summary>
    Shared,

    /// <summary>The work-item's.</summary>
    Local,
}
