namespace ILGPU.Compiler.Simd;

/// <summary>What can be done a vector at a time, and what a lane at a time.</summary>
internal sealed class LaneRules
{
    private static readonly HashSet<string> Functions = ["Sqrt", "Abs", "Floor", "Ceiling", "Truncate", "Round", "Min", "Max", "CopySign"];

    private readonly Shapes _shapes;
    private readonly Spaces _spaces;

    public LaneRules(Shapes shapes, Spaces spaces) => (_shapes, _spaces) = (shapes, spaces);

    /// <summary>Why lanes can't hold a function's values; null where they can.</summary>
    public string? Refusal(Function function)
    {
        foreach (var block in function.Blocks)
        {
            foreach (var phi in block.Phis)
                if (_shapes.Of(phi) == Shape.Varying && !IsLane(phi.Type)) return Why(phi);
            foreach (var instruction in block.Instructions)
            {
                if (_shapes.Of(instruction) != Shape.Varying || instruction.Operation is Operation.Store or Operation.Fence or Operation.Barrier) continue;
                if (!IsLane(instruction.Type) && !IsPlaceOnly(instruction, function)) return Why(instruction);
            }
        }

        return null;

        static string Why(Value value) => $"{value.Name ?? "a value"} of type {value.Type.Number}{(value.Type.IsPointer ? "*" : "")} differs among work-items";
    }

    /// <summary>An index as lanes compute it: without the widening to 64 bits that an address needs.</summary>
    public static Value Narrow(Value index) =>
        index is Instruction { Operation: Operation.Convert } convert && index.Type == IrType.Int64 && convert.Operands[0].Type == IrType.Int32
            ? convert.Operands[0]
            : index;

    /// <summary>Whether an access is to neighbours in memory, in the order of lanes.</summary>
    public bool IsContiguous(Instruction access)
    {
        var shape = _shapes.Of(Narrow(access.Operands[1]));
        if (access.Operands[0].Type.Bits != 32 || !_shapes.Of(access.Operands[0]).IsSame) return false;
        return _spaces.Of(access.Operands[0]) == AddressSpace.Local ? shape.IsSame : shape is { Kind: ShapeKind.Affine, Stride: 1 };
    }

    /// <summary>Whether a read is one gather.</summary>
    public bool IsGather(Instruction load) =>
        LaneMachine.HasGather && load.Type.Bits == 32 && _shapes.Of(load.Operands[0]).IsSame && _spaces.Of(load.Operands[0]) != AddressSpace.Local
        && Narrow(load.Operands[1]).Type == IrType.Int32;

    /// <summary>Whether an instruction that varies is done a lane at a time, at least where some lanes are not active.</summary>
    public bool IsByLane(Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Atomic: return true;
            case Operation.Load: return IsContiguous(instruction) ? !LaneMachine.HasMaskedMemory : !IsGather(instruction);
            case Operation.Store: return !IsContiguous(instruction) || !LaneMachine.HasMaskedMemory;
            case Operation.Divide when instruction.Type.IsFloat: return false;
            case Operation.Divide or Operation.Remainder: return true;
            case Operation.ShiftLeft or Operation.ShiftRight: return !_shapes.Of(instruction.Operands[1]).IsSame;
            case Operation.Call: return instruction.Type != IrType.Float32 || !Functions.Contains(instruction.Function!);
            default: return false;
        }
    }

    private static bool IsLane(IrType type) => !type.IsPointer && (type == IrType.Float32 || type == IrType.Bool || (type.IsInteger && type.Bits <= 32));

    // A widened index that only says where memory is read or written.
    private static bool IsPlaceOnly(Instruction instruction, Function function) => Narrow(instruction) != instruction
        && function.Blocks.TrueForAll(block =>
            block.Phis.TrueForAll(phi => !phi.Operands.Contains(instruction))
            && block.Instructions.TrueForAll(user => !user.Operands.Contains(instruction)
                || (user.Operation is Operation.Load or Operation.Store or Operation.Atomic && user.Operands.Count(each => each == instruction) == 1
                    && user.Operands[1] == instruction)));
}
