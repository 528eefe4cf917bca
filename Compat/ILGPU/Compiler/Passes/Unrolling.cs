namespace ILGPU.Compiler;

/// <summary>
/// Writes out the rounds of small loops that index the work-item's memory with what is known in each round, so that
/// <see cref="LocalArrays"/> can make variables of it.
/// </summary>
internal static class Unrolling
{
    private const int MostRounds = 16;
    private const int MostInstructions = 512;

    /// <summary>Writes out loops, inner ones first.</summary>
    public static void Run(Function function)
    {
        while (Next(function))
        {
        }
    }

    private static bool Next(Function function)
    {
        if (!function.Allocations.Exists(each => each.Space == AddressSpace.Local)) return false;
        var flow = new ControlFlow(function);
        var counted = new Dictionary<Block, int>();
        foreach (var header in flow.Blocks.Where(flow.IsHeader))
            if (TripCount.Of(flow, header, MostRounds) is { } rounds) counted[header] = rounds;
        var wanted = function.Allocations.Where(each => LocalArrays.IsSmall(each) && IsKnownInEachRound(function, each, counted)).ToHashSet();
        foreach (var (header, rounds) in counted)
        {
            var loop = flow.LoopOf(header);
            bool isInnermost = !loop.Any(block => block != header && flow.IsHeader(block));
            if (!isInnermost || (rounds + 1) * loop.Sum(block => block.Instructions.Count) > MostInstructions) continue;
            if (!loop.Any(block => block.Instructions.Exists(each => LocalArrays.MemoryOf(each) is { } memory && wanted.Contains(memory)))) continue;
            WriteOut(function, header, rounds);
            return true;
        }

        return false;
    }

    // The loop itself stays behind a last round whose test is known to end it, and is never entered.
    private static void WriteOut(Function function, Block header, int rounds)
    {
        while (LoopClosedForm.SplitExit(new(function), header))
        {
        }

        var flow = new ControlFlow(function);
        LoopClosedForm.Close(flow, header);
        LoopCopies.Peel(flow, header, rounds + 1);
        Cleanup.Run(function);
    }

    // Whether every access is at a place that is known once all counted loops are written out.
    private static bool IsKnownInEachRound(Function function, Allocation memory, Dictionary<Block, int> counted) =>
        function.Blocks.TrueForAll(block => block.Instructions.TrueForAll(each => !each.Operands.Contains(memory)
            || (LocalArrays.MemoryOf(each) == memory && IsKnown(each.Operands[1], counted, []))));

    private static bool IsKnown(Value value, Dictionary<Block, int> counted, HashSet<Value> seen) => value switch
    {
        Constant => true,
        Phi phi => counted.ContainsKey(phi.Block) && (!seen.Add(phi) || phi.Operands.TrueForAll(each => IsKnown(each, counted, seen))),
        Instruction { Operation: <= Operation.Select } instruction => Array.TrueForAll(instruction.Operands, each => IsKnown(each, counted, seen)),
        _ => false,
    };
}
