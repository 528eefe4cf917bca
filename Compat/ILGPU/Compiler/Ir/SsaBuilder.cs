namespace ILGPU.Compiler;

/// <summary>A variable of the kernel, while it is being turned into values.</summary>
/// <param name="type">Its type.</param>
/// <param name="name">Its name, if known.</param>
internal sealed class Variable(IrType type, string? name)
{
    public IrType Type { get; } = type;

    public string? Name { get; } = name;

    /// <summary>A value of this variable, which has its name from now on if it has none.</summary>
    public Value Named(Value value)
    {
        if (value is not Constant and not ParameterValue) value.Name ??= Name;
        return value;
    }
}

/// <summary>
/// Turns variables into values while blocks are made, as Braun and others describe in "Simple and Efficient Construction of Static
/// Single Assignment Form" (2013).
/// </summary>
internal sealed class SsaBuilder
{
    private readonly Dictionary<(Block Block, Variable Variable), Value> _current = [];
    private readonly Dictionary<Block, List<(Variable Variable, Phi Phi)>> _open = [];
    private readonly HashSet<Block> _sealed = [];

    /// <summary>Gives a variable its value from here on.</summary>
    public void Write(Block block, Variable variable, Value value) => _current[(block, variable)] = variable.Named(value);

    /// <summary>The value of a variable here; zero where it has none.</summary>
    public Value Read(Block block, Variable variable)
    {
        if (_current.TryGetValue((block, variable), out var known)) return known.Resolved;
        Value value;
        if (!_sealed.Contains(block))
        {
            var phi = NewPhi(block, variable);
            if (!_open.TryGetValue(block, out var open)) _open[block] = open = [];
            open.Add((variable, phi));
            value = phi;
        }
        else if (block.Predecessors.Count == 0)
        {
            value = Constant.Zero(variable.Type);
        }
        else if (block.Predecessors.Count == 1)
        {
            value = Read(block.Predecessors[0], variable);
        }
        else
        {
            var phi = NewPhi(block, variable);
            _current[(block, variable)] = phi;
            value = Complete(phi, variable);
        }

        _current[(block, variable)] = value;
        return value;
    }

    /// <summary>Says that all predecessors of a block are known.</summary>
    public void Seal(Block block)
    {
        if (!_sealed.Add(block) || !_open.Remove(block, out var open)) return;
        foreach (var (variable, phi) in open) Complete(phi, variable);
    }

    private static Phi NewPhi(Block block, Variable variable)
    {
        var phi = new Phi(variable.Type, block) { Name = variable.Name };
        block.Phis.Add(phi);
        return phi;
    }

    private Value Complete(Phi phi, Variable variable)
    {
        foreach (var predecessor in phi.Block.Predecessors) phi.Operands.Add(Read(predecessor, variable));
        return PhiRules.ReplaceIfTrivial(phi);
    }
}
