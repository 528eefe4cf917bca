using System.Reflection.Emit;

namespace ILGPU.Compiler.Simd;

/// <content>Values: one number for a chunk, or vectors of lanes.</content>
internal sealed partial class RegionCode
{
    // Operands of an operation that is done lane by lane, while it is.
    private Dictionary<Value, Action> _ofLane = [];

    private bool IsLanes(Value value) => _machine is not null && !_plan.Shapes.Of(value).IsScalar;

    /// <inheritdoc/>
    public override void Push(Value value)
    {
        if (_ofLane.TryGetValue(value, out var push))
        {
            push();
            return;
        }

        switch (value)
        {
            case Constant constant:
                PushConstant(constant);
                return;
            case Allocation:
                FrameAddress(_plan.Frame.Of(value));
                return;
        }

        if (_scalars.TryGetValue(value, out var local)) Il.Emit(OpCodes.Ldloc, local);
        else if (value is Instruction { Operation: Operation.Index } index) PushIndex(index);
        else if (value is Instruction instruction && (_plan.Trees.IsInlined(value) || _ofLane.Count > 0)) Scalar(instruction);
        else throw new InvalidOperationException($"{value.Name ?? value.GetType().Name} is used before it is made in a region of {_plan.Function.Name}");
    }

    /// <inheritdoc/>
    protected override void PushItem()
    {
        Il.Emit(OpCodes.Ldloc, _item);
        if (_lane is null) return;
        Il.Emit(OpCodes.Ldloc, _lane);
        Il.Emit(OpCodes.Add);
    }

    private void PushIndex(Instruction index)
    {
        if (index.Function is "GroupIndex" or "GlobalIndex")
        {
            Il.Emit(OpCodes.Ldloc, index.Dimension switch { 0 => _x, 1 => _y, _ => _z });
            return;
        }

        FrameAddress((index.Function == "GridIndex" ? Frame.GridIndex : Frame.GridDimension) + (4 * index.Dimension));
        Il.Emit(OpCodes.Ldind_I4);
    }

    /// <summary>Computes a value where it is made.</summary>
    private void Define(Instruction instruction)
    {
        if (_plan.Trees.IsInlined(instruction) || instruction.Operation == Operation.Barrier) return;
        if (IsLaneWork(instruction))
        {
            DefineLanes(instruction);
            return;
        }

        if (instruction.Operation is Operation.Store or Operation.Fence)
        {
            Scalar(instruction);
            return;
        }

        if (instruction.Operation == Operation.Index) PushIndex(instruction);
        else Scalar(instruction);
        var local = _scalars[instruction] = Il.DeclareLocal(TypeOf(instruction.Type));
        Il.Emit(OpCodes.Stloc, local);
        if (_machine is not null && _plan.Trees.IsLaneUsed(instruction) && _plan.Shapes.Of(instruction).IsSame
            && !instruction.Type.IsPointer && instruction.Type.Bits <= 32)
            Spread(instruction);
        Keep(instruction);
    }

    // Whether it is done for lanes: its result differs, or what it stores or where.
    private bool IsLaneWork(Instruction instruction)
    {
        if (_machine is null) return false;
        if (instruction.Operation != Operation.Store) return IsLanes(instruction);
        bool isSame = Array.TrueForAll(instruction.Operands, operand => _plan.Shapes.Of(operand).IsSame);
        return !isSame || Spaces.Of(instruction.Operands[0]) == AddressSpace.Local;
    }

    private void DefineLanes(Instruction instruction)
    {
        if (LaneRules.Narrow(instruction) != instruction)
        {
            // Widened only to be an address, which lanes do not need.
            return;
        }

        bool isPlain = _mask is null && instruction.Operation is Operation.Load or Operation.Store && _plan.Rules!.IsContiguous(instruction);
        if (_plan.Rules!.IsByLane(instruction) && !isPlain)
        {
            ByLane(instruction);
        }
        else if (instruction.Operation == Operation.Store)
        {
            for (int u = 0; u < _jam; u++) WriteLanes(instruction, u);
            return;
        }
        else
        {
            var parts = Declare(instruction);
            for (int u = 0; u < _jam; u++)
            {
                Lane(instruction, u);
                Il.Emit(OpCodes.Stloc, parts[u]);
            }
        }

        if (instruction.Operation is not (Operation.Store or Operation.Fence)) Keep(instruction);
    }

    private LocalBuilder[] Declare(Value value)
    {
        var parts = new LocalBuilder[_jam];
        for (int u = 0; u < _jam; u++) parts[u] = Il.DeclareLocal(VectorOf(value.Type));
        return _parts[value] = parts;
    }

    // Floating-point numbers as such; integers, and truths as masks, as 32 signed bits.
    private static Type ElementOf(IrType type) => type == IrType.Float32 ? typeof(float) : typeof(int);

    private Type VectorOf(IrType type) => _machine!.Vector(ElementOf(type));

    /// <summary>Fills a vector with a number, once for all uses.</summary>
    private void Spread(Value value)
    {
        if (!_spread.TryGetValue(value, out var vector)) vector = _spread[value] = Il.DeclareLocal(VectorOf(value.Type));
        PushSpread(value);
        Il.Emit(OpCodes.Stloc, vector);
    }

    private void PushSpread(Value value)
    {
        if (value is Constant { Bits: 0 })
        {
            Il.Emit(OpCodes.Call, _machine!.Vector(ElementOf(value.Type)).GetProperty("Zero")!.GetMethod!);
            return;
        }

        Push(value);
        if (value.Type == IrType.Bool) Il.Emit(OpCodes.Neg);
        Vector("Create", ElementOf(value.Type));
    }

    /// <summary>Puts a vector of lanes on the stack.</summary>
    private void PushLanes(Value value, int u)
    {
        if (_parts.TryGetValue(value, out var parts)) Il.Emit(OpCodes.Ldloc, parts[u]);
        else if (IsLanes(value)) Lane((Instruction)value, u);
        else if (_plan.Shapes.Of(value) is { Kind: ShapeKind.Affine } shape) PushSequence(value, shape.Stride, u);
        else if (_spread.TryGetValue(value, out var vector)) Il.Emit(OpCodes.Ldloc, vector);
        else PushSpread(value);
    }

    private void PushSequence(Value value, long stride, int u)
    {
        Push(value);
        long skipped = u * Lanes * stride;
        if (skipped != 0)
        {
            Il.Emit(OpCodes.Ldc_I4, unchecked((int)skipped));
            Il.Emit(OpCodes.Add);
        }

        Il.Emit(OpCodes.Ldc_I4, unchecked((int)stride));
        Vector("CreateSequence", typeof(int));
    }

    private void Vector(string operation, Type element) => Il.Emit(OpCodes.Call, _machine!.Operation(operation, element));
}
