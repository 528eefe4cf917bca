namespace ILGPU.Compiler.Simd;

/// <summary>Which values are computed where they are used, rather than kept in a local: the fewer locals, the better the JIT.</summary>
internal sealed class Trees
{
    private const int Largest = 16;

    private readonly Shapes _shapes;
    private readonly Residence _residence;
    private readonly LaneRules? _rules;
    private readonly HashSet<Value> _repeated;
    private readonly Dictionary<Value, int> _uses = [];
    private readonly Dictionary<Value, (Block Block, int At, Instruction? User)> _lastUse = [];
    private readonly Dictionary<Value, int> _sizes = [];
    private readonly HashSet<Value> _inlined = [];
    private readonly HashSet<Value> _laneUsed = [];

    public Trees(Function function, Shapes shapes, Residence residence, LaneRules? rules, IEnumerable<Value> repeated)
    {
        (_shapes, _residence, _rules, _repeated) = (shapes, residence, rules, [.. repeated]);
        foreach (var block in function.Blocks) CountUses(block);
        foreach (var block in function.Blocks) Decide(block);
    }

    /// <summary>Whether a value is computed where it is used.</summary>
    public bool IsInlined(Value value) => _inlined.Contains(value);

    /// <summary>Whether a value that is the same for all lanes is needed in vectors.</summary>
    public bool IsLaneUsed(Value value) => _laneUsed.Contains(value);

    private void CountUses(Block block)
    {
        for (int i = 0; i < block.Instructions.Count; i++)
        {
            var user = block.Instructions[i];
            for (int j = 0; j < user.Operands.Length; j++)
            {
                Use(user.Operands[j], block, i, user);
                bool isPlace = j < 2 && user.Operation is Operation.Load or Operation.Store or Operation.Atomic;
                if (IsLanes(user) && !isPlace) _laneUsed.Add(user.Operands[j]);
            }
        }

        if (block.Condition is not null) Use(block.Condition, block, int.MaxValue, null);
        foreach (var phi in block.Phis)
        {
            for (int i = 0; i < phi.Operands.Count; i++)
            {
                Use(phi.Operands[i], block.Predecessors[i], int.MaxValue, null);
                if (!_shapes.Of(phi).IsScalar) _laneUsed.Add(phi.Operands[i]);
            }
        }
    }

    private bool IsLanes(Instruction user) => !_shapes.Of(user).IsScalar;

    private void Use(Value value, Block block, int at, Instruction? user)
    {
        _uses[value] = _uses.GetValueOrDefault(value) + 1;
        _lastUse[value] = (block, at, user);
    }

    private void Decide(Block block)
    {
        for (int i = block.Instructions.Count - 1; i >= 0; i--)
        {
            var value = block.Instructions[i];
            if (value.HasEffect || _uses.GetValueOrDefault(value) != 1 || _residence.Kept.Contains(value) || _repeated.Contains(value)) continue;
            if (_rules is not null && IsLanes(value) && _rules.IsByLane(value)) continue;
            var use = _lastUse[value];
            int size = 1;
            if (_rules is not null && _shapes.Of(value).IsScalar && (use.User is null ? _laneUsed.Contains(value) : IsLanes(use.User))) continue;
            if (use.User is { } user && _inlined.Contains(user))
            {
                size += _sizes[user];
                use = _lastUse[user];
            }

            if (use.Block != block || size > Largest) continue;
            if (value.Operation == Operation.Load && HasEffectBetween(block, i, use.At)) continue;
            _inlined.Add(value);
            _lastUse[value] = use with { User = _lastUse[value].User };
            _sizes[value] = size;
        }
    }

    private static bool HasEffectBetween(Block block, int from, int to)
    {
        for (int i = from + 1; i < block.Instructions.Count && i < to; i++)
            if (block.Instructions[i].HasEffect) return true;
        return false;
    }
}
