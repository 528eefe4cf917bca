namespace ILGPU.Compiler.Simd;

/// <summary>Ends a block at each barrier, so that what follows is structured by itself and can be a region.</summary>
internal static class Meetings
{
    /// <summary>Splits the blocks. The last pass: others would join them again.</summary>
    public static void Split(Function function)
    {
        foreach (var block in function.Blocks)
        {
            var current = block;
            for (int at = Find(current); at >= 0 && !IsLast(current, at); at = Find(current)) current = SplitBehind(current, at);
        }
    }

    private static int Find(Block block) => block.Instructions.FindIndex(each => each.Operation == Operation.Barrier);

    // A branch is work behind the barrier too.
    private static bool IsLast(Block block, int at) => at + 1 == block.Instructions.Count && block.Successors.Count < 2;

    private static Block SplitBehind(Block block, int at)
    {
        var rest = new Block { Instructions = block.Instructions[(at + 1)..], Condition = block.Condition };
        block.Instructions.RemoveRange(at + 1, block.Instructions.Count - at - 1);
        foreach (var instruction in rest.Instructions) instruction.Block = rest;
        foreach (var next in block.Successors)
        {
            rest.Successors.Add(next);
            next.Predecessors[next.Predecessors.IndexOf(block)] = rest;
        }

        block.Successors.Clear();
        block.Jump(rest);
        return rest;
    }
}
