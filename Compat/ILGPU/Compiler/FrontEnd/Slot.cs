namespace ILGPU.Compiler;

/// <summary>A local, an argument, a result, or a place of the stack between blocks: variables, or a reference.</summary>
/// <param name="type">The type, a reference's too; null for what the first value has.</param>
/// <param name="name">The name, if known.</param>
/// <param name="isConstant">Whether it is stored once, before all else that is done with it: then it needs no variables, but is the value.</param>
internal sealed class Slot(Type? type, string? name, bool isConstant = false)
{
    private Value[]? _constants;
    private Variable[]? _variables = type is null or { IsByRef: true } ? [] : null;
    private VariableReference? _variable;
    private Type? _memory;

    /// <summary>The type of the value.</summary>
    public Type? Type { get; private set; } = type is { IsByRef: true } ? null : type;

    /// <summary>One variable a leaf; of a reference to memory the pointer and the index.</summary>
    public Variable[] Variables => _variables ??= Make(Type!, name);

    /// <summary>What is stored, as leaves.</summary>
    public Value[] Read(SsaBuilder ssa, Block block, int start, int count)
    {
        if (_constants is not null) return Array.ConvertAll(_constants[start..(start + count)], value => value.Resolved);
        return Array.ConvertAll(Variables.AsSpan(start, count).ToArray(), variable => ssa.Read(block, variable));
    }

    /// <summary>Stores one leaf.</summary>
    public void Write(SsaBuilder ssa, Emitter emitter, int leaf, Value value)
    {
        if (_constants is not null) throw new UnsupportedException($"a store in {name ?? "a value"} through a reference. Store in a local instead.");
        ssa.Write(emitter.Block, Variables[leaf], emitter.Convert(value, Variables[leaf].Type));
    }

    /// <summary>Stores a value or reference.</summary>
    public void Store(SsaBuilder ssa, Emitter emitter, StackEntry entry)
    {
        switch (entry)
        {
            case VariableReference reference:
                if (_memory is not null || (_variable is not null && _variable != reference)) throw Mixed();
                _variable = reference;
                break;
            case MemoryReference reference:
                if (_variable is not null || (_memory is not null && _memory != reference.Type)) throw Mixed();
                if (_memory is null) _variables = [new(reference.Pointer.Type, name), new(IrType.Int64, null)];
                _memory = reference.Type;
                ssa.Write(emitter.Block, Variables[0], reference.Pointer);
                ssa.Write(emitter.Block, Variables[1], emitter.Convert(reference.Index, IrType.Int64));
                break;
            default:
                Store(ssa, emitter, entry as StackValue ?? throw new UnsupportedException("a type in a variable. Compare types where they stand."));
                break;
        }
    }

    /// <summary>What is stored.</summary>
    public StackEntry Load(SsaBuilder ssa, Emitter emitter)
    {
        if (_variable is not null) return _variable;
        var leaves = Read(ssa, emitter.Block, 0, Variables.Length);
        if (_memory is not null) return new MemoryReference(_memory, leaves[0], leaves[1]);
        return new StackValue(Type!, leaves);
    }

    private static Variable[] Make(Type type, string? name)
    {
        var leaves = TypeLayout.Leaves(type);
        return [.. leaves.Select(leaf => new Variable(leaf.Type, NameOf(name, leaf, leaves.Count == 1)))];
    }

    private static string? NameOf(string? name, Leaf leaf, bool isOnly)
    {
        string? path = leaf.Path.Count == 0 || isOnly ? name : Runtime.KernelTypes.NameOf(leaf.Path[^1]);
        return leaf.View is not null && !leaf.Type.IsPointer && path is not null ? path + "Length" : path;
    }

    private static UnsupportedException Mixed() =>
        new("a reference that may be to one variable or to another. Read and write the variables themselves.");

    private void Store(SsaBuilder ssa, Emitter emitter, StackValue value)
    {
        if (Type is null)
        {
            Type = value.Type;
            _variables = [.. value.Leaves.Select(leaf => new Variable(leaf.Type.OnStack, name))];
        }

        if (isConstant)
        {
            _constants = [.. value.Leaves.Zip(Variables, (leaf, variable) => variable.Named(emitter.Convert(leaf, variable.Type)))];
            return;
        }

        for (int i = 0; i < Variables.Length; i++) Write(ssa, emitter, i, value.Leaves[i]);
    }
}
