namespace ILGPU.Compiler;

/// <summary>Instructions without a branch between them.</summary>
internal sealed class Block
{
    public List<Phi> Phis { get; set; } = [];

    public List<Instruction> Instructions { get; set; } = [];

    public List<Block> Predecessors { get; } = [];

    /// <summary>None: the kernel ends. One: what follows. Two: what follows where the condition is true, and where not.</summary>
    public List<Block> Successors { get; } = [];

    public Value? Condition { get; set; }

    /// <summary>Ends the block: on to another.</summary>
    public void Jump(Block target)
    {
        Condition = null;
        Successors.Add(target);
        target.Predecessors.Add(this);
    }

    /// <summary>Ends the block: to one of two others.</summary>
    public void Branch(Value condition, Block whenTrue, Block whenFalse)
    {
        if (whenTrue == whenFalse)
        {
            Jump(whenTrue);
            return;
        }

        Jump(whenTrue);
        Jump(whenFalse);
        Condition = condition;
    }
}
