using System.Reflection.Emit;

namespace ILGPU.Compiler.Simd;

/// <summary>Emits what a group does as a whole: control around barriers, values that all have in common, and calls of regions.</summary>
internal sealed class GroupCode : ScalarCode
{
    private readonly Plan _plan;
    private readonly IReadOnlyDictionary<int, DynamicMethod> _regions;
    private readonly Dictionary<Value, LocalBuilder> _locals = [];
    private readonly Dictionary<(Block Block, bool IsBack), Label> _targets = [];
    private readonly Label _end;

    public GroupCode(ILGenerator il, Plan plan, IReadOnlyDictionary<int, DynamicMethod> regions)
        : base(il, plan.Spaces)
    {
        (_plan, _regions) = (plan, regions);
        _end = il.DefineLabel();
    }

    protected override int Items => _plan.Frame.Items;

    /// <summary>Emits the whole method.</summary>
    public void Emit()
    {
        Steps(_plan.Steps);
        Il.MarkLabel(_end);
        Il.Emit(OpCodes.Ret);
    }

    public override void Push(Value value)
    {
        switch (value)
        {
            case Constant constant:
                PushConstant(constant);
                return;
            case Allocation:
                FrameAddress(_plan.Frame.Of(value));
                return;
            case Instruction { Operation: Operation.Index } index:
                FrameAddress((index.Function == "GridIndex" ? Frame.GridIndex : Frame.GridDimension) + (4 * index.Dimension));
                Il.Emit(OpCodes.Ldind_I4);
                return;
        }

        if (_plan.Frame.Has(value))
        {
            FrameAddress(_plan.Frame.Of(value));
            ReadAt(value.Type.IsPointer ? IrType.Int64 : value.Type);
            if (value.Type.IsPointer) Il.Emit(OpCodes.Conv_I);
            return;
        }

        if (_locals.TryGetValue(value, out var local)) Il.Emit(OpCodes.Ldloc, local);
        else Scalar((Instruction)value);
    }

    protected override void PushItem() => Il.Emit(OpCodes.Ldc_I4_0);

    private void Steps(IReadOnlyList<GroupStep> steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case ScalarStep { Instruction: var instruction }:
                    if (instruction.Operation == Operation.Index && !_plan.Frame.Has(instruction)) break;
                    if (!_plan.Trees.IsInlined(instruction)) Set(instruction, () => Compute(instruction));
                    break;
                case RegionStep region:
                    Il.Emit(OpCodes.Ldarg_0);
                    Il.Emit(OpCodes.Call, _regions[region.Number]);
                    break;
                case MovesStep moves: Moves(moves.Moves); break;
                case BranchStep branch: Branch(branch); break;
                case LoopStep loop: Loop(loop); break;
                case ScopeStep scope:
                    var label = _targets[(scope.Node.Target, false)] = Il.DefineLabel();
                    Steps(scope.Inner);
                    Il.MarkLabel(label);
                    break;
                case GoStep { Node: var go }:
                    Il.Emit(OpCodes.Br, go.Target is null ? _end : _targets[(go.Target, go.IsBack)]);
                    break;
            }
        }
    }

    private void Compute(Instruction instruction)
    {
        if (instruction.Operation == Operation.Index) Push(instruction);
        else Scalar(instruction);
    }

    private void Set(Value value, Action push)
    {
        if (_plan.Frame.Has(value))
        {
            FrameAddress(_plan.Frame.Of(value));
            push();
            WriteAt(value.Type.IsPointer ? IrType.Int64 : value.Type);
            return;
        }

        push();
        if (!_locals.TryGetValue(value, out var local)) local = _locals[value] = Il.DeclareLocal(TypeOf(value.Type));
        Il.Emit(OpCodes.Stloc, local);
    }

    private void Branch(BranchStep branch)
    {
        var otherwise = Il.DefineLabel();
        var end = Il.DefineLabel();
        Push(branch.Node.Block.Condition!);
        Il.Emit(OpCodes.Brfalse, otherwise);
        Steps(branch.WhenTrue);
        Il.Emit(OpCodes.Br, end);
        Il.MarkLabel(otherwise);
        Steps(branch.WhenFalse);
        Il.MarkLabel(end);
    }

    private void Loop(LoopStep loop)
    {
        var header = Il.DefineLabel();
        var round = _targets[(loop.Node.Header, true)] = Il.DefineLabel();
        Il.MarkLabel(header);
        Steps(loop.Body);
        Il.MarkLabel(round);
        Il.Emit(OpCodes.Br, header);
    }

    // All values are computed before the first is set.
    private void Moves(MovesNode moves)
    {
        int from = moves.To.Predecessors.IndexOf(moves.From);
        var nexts = new List<(Phi Phi, LocalBuilder Next)>();
        foreach (var phi in moves.To.Phis.Where(each => _plan.Shapes.Of(each) == Shape.Uniform && each.Operands[from] != each))
        {
            var next = Il.DeclareLocal(TypeOf(phi.Type));
            Push(phi.Operands[from]);
            Il.Emit(OpCodes.Stloc, next);
            nexts.Add((phi, next));
        }

        foreach (var (phi, next) in nexts) Set(phi, () => Il.Emit(OpCodes.Ldloc, next));
    }

    private void FrameAddress(int offset)
    {
        Il.Emit(OpCodes.Ldarg_0);
        Il.Emit(OpCodes.Ldc_I4, offset);
        Il.Emit(OpCodes.Conv_I);
        Il.Emit(OpCodes.Add);
    }
}
