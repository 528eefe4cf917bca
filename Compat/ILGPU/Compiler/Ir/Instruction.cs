namespace ILGPU.Compiler;

/// <summary>One operation.</summary>
/// <param name="type">The type of the result.</param>
/// <param name="operation">What it does.</param>
/// <param name="block">The block that it is in.</param>
/// <param name="operands">What it is given.</param>
/// <param name="function">The function of a call, the kind of an index or atomic operation.</param>
internal sealed class Instruction(IrType type, Operation operation, Block block, Value[] operands, string? function = null)
    : Value(type)
{
    public Operation Operation { get; } = operation;

    public Block Block { get; set; } = block;

    public Value[] Operands { get; set; } = operands;

    public string? Function { get; } = function;

    /// <summary>The dimension of an index: 0, 1 or 2.</summary>
    public int Dimension { get; init; }

    /// <summary>Whether memory or other work-items notice it.</summary>
    public bool HasEffect => Operation is Operation.Store or Operation.Atomic or Operation.Barrier or Operation.Fence or Operation.Shuffle
        or Operation.CudaCall;

    /// <summary>Whether it only depends on its operands.</summary>
    public bool IsPure => !HasEffect && Operation != Operation.Load;
}
