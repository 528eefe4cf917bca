namespace ILGPU.Compiler;

/// <summary>How often a loop goes round, where that is known when the kernel is compiled.</summary>
internal static class TripCount
{
    private const int DeepestExpression = 8;

    /// <summary>How many rounds the loop at a block makes until its test ends it; null where that is not known or more than the most.</summary>
    public static int? Of(ControlFlow flow, Block header, int most)
    {
        var loop = flow.LoopOf(header);
        if (Latch(flow, header) is not { } latch) return null;
        foreach (var phi in header.Phis)
        {
            var start = phi.Operands[header.Predecessors[0] == latch ? 1 : 0];
            var next = phi.Operands[header.Predecessors.IndexOf(latch)];
            if (start is not Constant first || phi.Type.IsFloat) continue;
            foreach (var test in loop.Where(block => block.Successors.Count == 2 && flow.Innermost(block) == header && flow.Dominates(block, latch)))
            {
                bool endsIfTrue = !loop.Contains(test.Successors[0]);
                if (endsIfTrue != loop.Contains(test.Successors[1])) continue;
                if (Rounds(phi, first, next, test.Condition!, endsIfTrue, most) is { } rounds) return rounds;
            }
        }

        return null;
    }

    /// <summary>The one block that goes round a loop; null where there are several, or several ways in.</summary>
    public static Block? Latch(ControlFlow flow, Block header)
    {
        if (header.Predecessors.Count != 2) return null;
        var latches = header.Predecessors.FindAll(flow.LoopOf(header).Contains);
        return latches.Count == 1 ? latches[0] : null;
    }

    private static int? Rounds(Phi counter, Constant start, Value next, Value condition, bool endsIfTrue, int most)
    {
        var value = start;
        for (int rounds = 0; rounds <= most; rounds++)
        {
            if (Evaluate(condition, counter, value, 0) is not { } answer) return null;
            if (answer.Bits != 0 == endsIfTrue) return rounds;
            if (Evaluate(next, counter, value, 0) is not { } after) return null;
            value = after;
        }

        return null;
    }

    private static Constant? Evaluate(Value value, Phi counter, Constant known, int depth)
    {
        if (value == counter) return known;
        if (value is Constant constant) return constant;
        bool isPlain = value is Instruction { Operation: <= Operation.Select };
        if (!isPlain || depth == DeepestExpression) return null;
        var instruction = (Instruction)value;
        var operands = new Value[instruction.Operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            if (Evaluate(instruction.Operands[i], counter, known, depth + 1) is not { } operand) return null;
            operands[i] = operand;
        }

        return Folding.Fold(instruction.Operation, instruction.Type, operands) as Constant;
    }
}
