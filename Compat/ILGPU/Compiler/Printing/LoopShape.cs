namespace ILGPU.Compiler;

/// <summary>How a loop is written: with its test and its step in its head, where it has them.</summary>
/// <param name="Test">The branch at the loop's start that ends it; null where it has none.</param>
/// <param name="Body">What stands in the braces.</param>
/// <param name="Counter">The value that the step changes; null where there is no test or no step.</param>
/// <param name="Step">What it becomes at the end of each round.</param>
internal sealed record LoopShape(IfNode? Test, List<Node> Body, Phi? Counter, Instruction? Step)
{
    private const int MostRounds = 64;
    private const int MostInstructions = 2048;

    /// <summary>Whether the rounds are few and small enough to be written out by the compiler that reads the text.</summary>
    public bool IsUnrolled { get; init; }

    /// <summary>Whether the loop goes on where the condition is false.</summary>
    public bool IsNegated => Test is not null && Body == Test.WhenFalse;

    public static LoopShape Of(LoopNode loop, ControlFlow flow, Inlining inlining) => Of(loop, inlining) with { IsUnrolled = IsSmall(flow, loop.Header) };

    private static bool IsSmall(ControlFlow flow, Block header)
    {
        var blocks = flow.LoopOf(header);
        return blocks.All(block => flow.Innermost(block) == header)
            && !blocks.Any(block => block.Instructions.Exists(each => each.Operation == Operation.Barrier))
            && TripCount.Of(flow, header, MostRounds) is { } rounds && rounds * blocks.Sum(block => block.Instructions.Count) <= MostInstructions;
    }

    private static LoopShape Of(LoopNode loop, Inlining inlining)
    {
        bool isTested = loop.Body is [CodeNode, IfNode] && loop.Header.Instructions.TrueForAll(inlining.IsInlined);
        if (!isTested) return new(null, loop.Body, null, null);
        var test = (IfNode)loop.Body[1];
        var body = IsEnd(test.WhenFalse) ? test.WhenTrue : IsEnd(test.WhenTrue) ? test.WhenFalse : null;
        if (body is null) return new(null, loop.Body, null, null);
        foreach (var phi in loop.Header.Phis)
            if (StepOf(loop.Header, phi, inlining) is { } step) return new(test, body, phi, step);
        return new(test, body, null, null);
    }

    private static bool IsEnd(List<Node> nodes) => nodes is [GoNode { Way: Way.Break or Way.Return }];

    // The one way round adds a constant, or something that the loop's test depends on and nothing else sees.
    private static Instruction? StepOf(Block header, Phi phi, Inlining inlining)
    {
        if (phi.Type.IsFloat || phi.Operands.Count != 2 || !ReadsPhi(header.Condition!, phi, inlining)) return null;
        var step = phi.Operands.OfType<Instruction>().FirstOrDefault(each => each.Operands.Contains(phi));
        bool isStep = step is { Operation: Operation.Add or Operation.Subtract or Operation.ShiftLeft or Operation.ShiftRight or Operation.Divide }
            && inlining.IsInlined(step) && step.Operands[0] == phi && step.Operands[1] is Constant or ParameterValue;
        return isStep ? step : null;
    }

    private static bool ReadsPhi(Value value, Phi phi, Inlining inlining) => value == phi
        || (value is Instruction instruction && inlining.IsInlined(instruction) && instruction.Operands.Any(each => ReadsPhi(each, phi, inlining)));
}
