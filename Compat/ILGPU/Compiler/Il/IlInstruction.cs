using System.Reflection.Emit;

namespace ILGPU.Compiler;

/// <summary>One instruction of a method's IL.</summary>
/// <param name="Offset">Where it stands.</param>
/// <param name="Next">Where the next one stands.</param>
/// <param name="Code">What it does.</param>
/// <param name="Operand">A number, a type, method or field, the offset of a branch, or those of a switch.</param>
/// <param name="Constraint">The type of a <c>constrained.</c> prefix.</param>
internal sealed record IlInstruction(int Offset, int Next, OpCode Code, object? Operand, Type? Constraint)
{
    /// <summary>The operand as an integer: a number, a local, an argument or an offset.</summary>
    public int Integer => Convert.ToInt32(Operand);

    /// <summary>Where it may branch to, the next instruction not counted.</summary>
    public int[] Targets => Code.OperandType switch
    {
        OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget => [Integer],
        OperandType.InlineSwitch => (int[])Operand!,
        _ => [],
    };

    /// <summary>Whether the next instruction is never reached from here.</summary>
    public bool EndsFlow => Code.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw;
}
