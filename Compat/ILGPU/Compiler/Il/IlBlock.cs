namespace ILGPU.Compiler;

/// <summary>Instructions that run one after the other: the first is branched to, the last branches.</summary>
/// <param name="instructions">The instructions.</param>
internal sealed class IlBlock(IReadOnlyList<IlInstruction> instructions)
{
    public IReadOnlyList<IlInstruction> Instructions { get; } = instructions;

    /// <summary>Where it goes: branch targets first, then the next block.</summary>
    public List<IlBlock> Successors { get; } = [];

    /// <summary>The blocks that go here and are not done yet.</summary>
    public int Open { get; set; }

    /// <summary>Cuts instructions into the blocks that can be reached, each after those that lead to it but for loops.</summary>
    public static List<IlBlock> Graph(IReadOnlyList<IlInstruction> instructions)
    {
        var starts = new SortedSet<int> { 0 };
        foreach (var instruction in instructions)
        {
            var targets = instruction.Targets;
            starts.UnionWith(targets);
            if (targets.Length > 0 || instruction.EndsFlow) starts.Add(instruction.Next);
        }

        var blocks = new Dictionary<int, IlBlock>();
        var current = new List<IlInstruction>();
        foreach (var instruction in instructions)
        {
            if (starts.Contains(instruction.Offset)) blocks[instruction.Offset] = new(current = []);
            current.Add(instruction);
        }

        foreach (var block in blocks.Values)
        {
            var last = block.Instructions[^1];
            foreach (int target in last.Targets) block.Successors.Add(blocks[target]);
            if (!last.EndsFlow) block.Successors.Add(blocks[last.Next]);
        }

        var order = Order.ReversePostorder(blocks[0], block => block.Successors);
        foreach (var block in order)
            foreach (var successor in block.Successors) successor.Open++;
        blocks[0].Open++;
        return order;
    }
}
