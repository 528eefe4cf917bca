namespace ILGPU.Compiler;

/// <summary>Which values are written where they are used, rather than kept in a variable.</summary>
internal sealed class Inlining
{
    private const int LongestExpression = 12;

    private readonly ControlFlow _flow;
    private readonly Dictionary<Value, int> _uses = [];
    private readonly Dictionary<Value, (Block Block, int At)> _lastUse = [];
    private readonly Dictionary<Value, Value> _users = [];
    private readonly Dictionary<Value, List<(Block Block, Instruction? User)>> _places = [];
    private readonly Dictionary<Value, int> _sizes = [];
    private readonly HashSet<Value> _inlined = [];

    public Inlining(ControlFlow flow)
    {
        _flow = flow;
        foreach (var block in flow.Blocks) CountUses(block);
        foreach (var block in Enumerable.Reverse(flow.Blocks)) Decide(block);
    }

    /// <summary>Whether a value stands where it is used.</summary>
    public bool IsInlined(Value value) => _inlined.Contains(value);

    /// <summary>How often a value is used.</summary>
    public int Uses(Value value) => _uses.GetValueOrDefault(value);

    /// <summary>The blocks in which a value is read: an expression reads it where it stands.</summary>
    public IEnumerable<Block> PlacesOf(Value value) => _places.GetValueOrDefault(value, []).Select(place =>
        place.User is not null && _inlined.Contains(place.User) ? _lastUse[place.User].Block : place.Block);

    private void CountUses(Block block)
    {
        for (int i = 0; i < block.Instructions.Count; i++)
        {
            foreach (var operand in block.Instructions[i].Operands)
            {
                Use(operand, block, i, block.Instructions[i]);
                _users[operand] = block.Instructions[i];
            }
        }

        if (block.Condition is not null) Use(block.Condition, block, int.MaxValue);
        foreach (var phi in block.Phis)
            for (int i = 0; i < phi.Operands.Count; i++) Use(phi.Operands[i], block.Predecessors[i], int.MaxValue);
    }

    private void Use(Value value, Block block, int at, Instruction? user = null)
    {
        if (!_places.TryGetValue(value, out var places)) _places[value] = places = [];
        places.Add((block, user));
        _uses[value] = Uses(value) + 1;
        _lastUse[value] = (block, at);
    }

    private void Decide(Block block)
    {
        for (int i = block.Instructions.Count - 1; i >= 0; i--)
        {
            var value = block.Instructions[i];
            if (value.HasEffect || value.Operation == Operation.Offset || Uses(value) != 1) continue;
            var use = _lastUse[value];
            int size = 1;
            if (_users.TryGetValue(value, out var user) && _inlined.Contains(user))
            {
                // It is read where what reads it stands.
                use = _lastUse[user];
                size += _sizes[user];
            }

            bool near = use.Block == block && !HasEffectBetween(block, i, use.At);
            bool far = value.IsPure && _flow.Innermost(use.Block) == _flow.Innermost(block);
            if (size > LongestExpression || !(near || far)) continue;
            _inlined.Add(value);
            _lastUse[value] = use;
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
