namespace ILGPU.Compiler;

/// <summary>
/// Makes a value once that is made again where it is known already: by the same operation, of the same values. What was loaded is known until
/// something may have changed it, or at most to the end of its block.
/// </summary>
internal static class CommonValues
{
    /// <summary>Takes out what is made again.</summary>
    public static void Run(Function function)
    {
        var flow = new ControlFlow(function);
        var known = new Dictionary<Key, List<Instruction>>();
        var loaded = new Dictionary<Key, Instruction>();
        foreach (var block in flow.Blocks)
        {
            loaded.Clear();
            foreach (var instruction in block.Instructions.ToArray())
            {
                for (int i = 0; i < instruction.Operands.Length; i++) instruction.Operands[i] = instruction.Operands[i].Resolved;
                if (instruction.HasEffect)
                {
                    loaded.Clear();
                    continue;
                }

                if (Same(instruction) is not { } same) continue;
                instruction.ReplaceBy(same);
                block.Instructions.Remove(instruction);
            }
        }

        Cleanup.Run(function);

        Instruction? Same(Instruction instruction)
        {
            var key = new Key(instruction);
            if (instruction.Operation == Operation.Load) return loaded.TryAdd(key, instruction) ? null : loaded[key];
            if (!known.TryGetValue(key, out var all)) known[key] = all = [];
            if (all.Find(each => flow.Dominates(each.Block, instruction.Block)) is { } first) return first;
            all.Add(instruction);
            return null;
        }
    }

    /// <summary>What decides the result of an instruction.</summary>
    private readonly struct Key(Instruction instruction) : IEquatable<Key>
    {
        private readonly Instruction _instruction = instruction;

        public bool Equals(Key other) => _instruction.Operation == other._instruction.Operation
            && _instruction.Type == other._instruction.Type
            && _instruction.Function == other._instruction.Function
            && _instruction.Dimension == other._instruction.Dimension
            && _instruction.Operands.Length == other._instruction.Operands.Length
            && _instruction.Operands.Zip(other._instruction.Operands).All(pair => Folding.AreSame(pair.First, pair.Second));

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(_instruction.Operation);
            hash.Add(_instruction.Type);
            foreach (var operand in _instruction.Operands) hash.Add(operand is Constant constant ? constant.Bits.GetHashCode() : operand.GetHashCode());
            return hash.ToHashCode();
        }
    }
}
