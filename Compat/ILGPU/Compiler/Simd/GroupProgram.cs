namespace ILGPU.Compiler.Simd;

/// <summary>A step that a group takes as a whole.</summary>
internal abstract class GroupStep;

/// <summary>A value that is the same for the group, computed once.</summary>
internal sealed class ScalarStep(Instruction instruction) : GroupStep
{
    public Instruction Instruction { get; } = instruction;
}

/// <summary>What the work-items do between two meetings: chunk after chunk of lanes runs through it.</summary>
internal sealed class RegionStep(int number) : GroupStep
{
    public int Number { get; } = number;

    /// <summary>In order: instructions of the group's blocks, moves, and whole nodes.</summary>
    public List<RegionItem> Items { get; } = [];
}

/// <summary>A part of a region.</summary>
/// <param name="Instruction">An instruction, or null.</param>
/// <param name="Node">A node, or null.</param>
internal sealed record RegionItem(Instruction? Instruction, Node? Node);

/// <summary>New values of variables that are the same for the group.</summary>
internal sealed class MovesStep(MovesNode moves) : GroupStep
{
    public MovesNode Moves { get; } = moves;
}

/// <summary>A branch that the whole group takes.</summary>
internal sealed class BranchStep(IfNode node, List<GroupStep> whenTrue, List<GroupStep> whenFalse) : GroupStep
{
    public IfNode Node { get; } = node;

    public List<GroupStep> WhenTrue { get; } = whenTrue;

    public List<GroupStep> WhenFalse { get; } = whenFalse;
}

/// <summary>A loop of the whole group.</summary>
internal sealed class LoopStep(LoopNode node, List<GroupStep> body) : GroupStep
{
    public LoopNode Node { get; } = node;

    public List<GroupStep> Body { get; } = body;
}

/// <summary>Steps behind which a block stands.</summary>
internal sealed class ScopeStep(ScopeNode node, List<GroupStep> inner) : GroupStep
{
    public ScopeNode Node { get; } = node;

    public List<GroupStep> Inner { get; } = inner;
}

/// <summary>On to elsewhere.</summary>
internal sealed class GoStep(GoNode node) : GroupStep
{
    public GoNode Node { get; } = node;
}
