using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ILGPU.Compiler.Simd;

/// <content>Memory, for vectors of lanes: neighbours at once, others gathered, the rest lane by lane.</content>
internal sealed partial class RegionCode
{
    // Vectors of 512 bits are read and written in two parts where not all lanes are active, or where they are gathered.
    private static readonly string[] Halves = ["GetLower", "GetUpper"];

    private LocalBuilder? _lane;

    private void ReadLanes(Instruction load, int u)
    {
        var element = ElementOf(load.Type);
        if (!_plan.Rules!.IsContiguous(load))
        {
            Gather(load, element, u);
            return;
        }

        ContiguousAddress(load, u);
        bool isPrivate = Spaces.Of(load.Operands[0]) == AddressSpace.Local;
        if (IsWhole(u) || isPrivate)
        {
            ReadVector(load.Type);
            return;
        }

        var read = _machine!.Masked("MaskLoad", element);
        if (_machine.Bits < 512)
        {
            PushMask(u, element);
            Il.Emit(OpCodes.Call, read);
            return;
        }

        var address = Il.DeclareLocal(typeof(nint));
        Il.Emit(OpCodes.Stloc, address);
        foreach (string half in Halves)
        {
            PushHalfOf(address, half);
            Half(half, element, () => PushMask(u, element));
            Il.Emit(OpCodes.Call, read);
        }

        Joined(element);
    }

    private void WriteLanes(Instruction store, int u)
    {
        var element = ElementOf(store.Operands[0].Type);
        ContiguousAddress(store, u);
        if (IsWhole(u))
        {
            WriteVector(store.Operands[0].Type, () => PushLanes(store.Operands[2], u));
            return;
        }

        var write = _machine!.Masked("MaskStore", element);
        if (_machine.Bits < 512)
        {
            PushMask(u, element);
            PushLanes(store.Operands[2], u);
            Il.Emit(OpCodes.Call, write);
            return;
        }

        var address = Il.DeclareLocal(typeof(nint));
        var value = Il.DeclareLocal(VectorOf(store.Operands[0].Type));
        Il.Emit(OpCodes.Stloc, address);
        PushLanes(store.Operands[2], u);
        Il.Emit(OpCodes.Stloc, value);
        foreach (string half in Halves)
        {
            PushHalfOf(address, half);
            Half(half, element, () => PushMask(u, element));
            Half(half, element, () => Il.Emit(OpCodes.Ldloc, value));
            Il.Emit(OpCodes.Call, write);
        }
    }

    private void PushHalfOf(LocalBuilder address, string half)
    {
        Il.Emit(OpCodes.Ldloc, address);
        if (half == Halves[0]) return;
        Il.Emit(OpCodes.Ldc_I4, 32);
        Il.Emit(OpCodes.Conv_I);
        Il.Emit(OpCodes.Add);
    }

    private void Joined(Type element) => Il.Emit(OpCodes.Call, typeof(Vector512).GetMethods().First(method => method.Name == "Create"
        && method.GetParameters() is [var first, _] && first.ParameterType == typeof(Vector256<>).MakeGenericType(element)));

    private void ContiguousAddress(Instruction access, int u)
    {
        Address(access.Operands[0], LaneRules.Narrow(access.Operands[1]));
        if (u == 0) return;
        Il.Emit(OpCodes.Ldc_I4, u * Lanes * 4);
        Il.Emit(OpCodes.Conv_I);
        Il.Emit(OpCodes.Add);
    }

    // "unaligned. ldobj" stays one instruction in methods of any size, which Vector512.Load does not.
    private void ReadVector(IrType type)
    {
        Il.Emit(OpCodes.Unaligned, (byte)1);
        Il.Emit(OpCodes.Ldobj, VectorOf(type));
    }

    private void WriteVector(IrType type, Action push)
    {
        push();
        Il.Emit(OpCodes.Unaligned, (byte)1);
        Il.Emit(OpCodes.Stobj, VectorOf(type));
    }

    private void Gather(Instruction load, Type element, int u)
    {
        var index = LaneRules.Narrow(load.Operands[1]);
        if (_machine!.Bits < 512)
        {
            GatherPart(load, element, u, () => PushLanes(index, u), () => PushMask(u, element));
            return;
        }

        var indices = Il.DeclareLocal(_machine.Vector(I));
        PushLanes(index, u);
        Il.Emit(OpCodes.Stloc, indices);
        foreach (string half in Halves)
        {
            GatherPart(load, element, u, () => Half(half, I, () => Il.Emit(OpCodes.Ldloc, indices)), () => Half(half, element, () => PushMask(u, element)));
        }

        Joined(element);
    }

    private void Half(string half, Type element, Action push)
    {
        push();
        Il.Emit(OpCodes.Call, typeof(Vector512).GetMethod(half)!.MakeGenericMethod(element));
    }

    private void GatherPart(Instruction load, Type element, int u, Action indices, Action mask)
    {
        bool isNarrow = _machine!.Bits == 128;
        var vector = (isNarrow ? typeof(Vector128<>) : typeof(Vector256<>)).MakeGenericType(element);
        var index = isNarrow ? typeof(Vector128<int>) : typeof(Vector256<int>);
        string width = isNarrow ? "128" : "256";
        if (IsWhole(u))
        {
            Push(load.Operands[0]);
            indices();
            Il.Emit(OpCodes.Ldc_I4_4);
            Il.Emit(OpCodes.Call, typeof(Avx2).GetMethod("GatherVector" + width, [element.MakePointerType(), index, typeof(byte)])!);
            return;
        }

        Il.Emit(OpCodes.Call, vector.GetProperty("Zero")!.GetMethod!);
        Push(load.Operands[0]);
        indices();
        mask();
        Il.Emit(OpCodes.Ldc_I4_4);
        Il.Emit(OpCodes.Call, typeof(Avx2).GetMethod("GatherMaskVector" + width, [vector, element.MakePointerType(), index, vector, typeof(byte)])!);
    }

    /// <summary>Does an operation for one lane after the other: operands and result go through memory.</summary>
    private void ByLane(Instruction instruction)
    {
        var varying = VaryingIn(instruction).Distinct().ToList();
        for (int i = 0; i < varying.Count; i++) Spill(i, varying[i]);
        int maskAt = 7;
        if (_mask is not null) SpillMask(maskAt);
        bool hasResult = instruction.Operation != Operation.Store;
        var lane = Il.DeclareLocal(typeof(int));
        var outer = (_lane, _ofLane);
        (_lane, _ofLane) = (lane, []);
        for (int i = 0; i < varying.Count; i++)
        {
            int at = i;
            var value = varying[i];
            _ofLane[value] = () => PushOfLane(lane, at, value);
        }

        Set(lane, 0);
        var round = Il.DefineLabel();
        var next = Il.DefineLabel();
        Il.MarkLabel(round);
        if (_mask is not null)
        {
            LaneAddress(lane, maskAt);
            Il.Emit(OpCodes.Ldind_I4);
            Il.Emit(OpCodes.Brfalse, next);
        }

        if (hasResult) LaneAddress(lane, 6);
        Scalar(instruction);
        if (hasResult)
        {
            if (instruction.Type == IrType.Bool) Il.Emit(OpCodes.Neg);
            WriteAt(instruction.Type == IrType.Float32 ? IrType.Float32 : IrType.Int32);
        }

        Il.MarkLabel(next);
        Step(lane, 1);
        Il.Emit(OpCodes.Ldloc, lane);
        Il.Emit(OpCodes.Ldc_I4, _jam * Lanes);
        Il.Emit(OpCodes.Blt, round);
        (_lane, _ofLane) = outer;
        if (!hasResult) return;
        var parts = Declare(instruction);
        for (int u = 0; u < _jam; u++)
        {
            FrameAddress(ScratchAt(6, u));
            ReadVector(instruction.Type);
            Il.Emit(OpCodes.Stloc, parts[u]);
        }
    }

    // All that differs among lanes in an operation and in what is computed inside of it.
    private IEnumerable<Value> VaryingIn(Instruction instruction)
    {
        foreach (var operand in instruction.Operands)
        {
            if (_plan.Shapes.Of(operand).IsSame) continue;
            var narrow = LaneRules.Narrow(operand);
            yield return narrow;
        }
    }

    private void Spill(int at, Value value)
    {
        for (int u = 0; u < _jam; u++)
        {
            FrameAddress(ScratchAt(at, u));
            WriteVector(value.Type, () => PushLanes(value, u));
        }
    }

    private void SpillMask(int at)
    {
        for (int u = 0; u < _jam; u++)
        {
            FrameAddress(ScratchAt(at, u));
            WriteVector(IrType.Int32, () => PushMask(u, I));
        }
    }

    private void PushOfLane(LocalBuilder lane, int at, Value value)
    {
        LaneAddress(lane, at);
        ReadAt(value.Type == IrType.Float32 ? IrType.Float32 : IrType.Int32);
        if (value.Type == IrType.Bool) Il.Emit(OpCodes.Neg);
    }

    private void LaneAddress(LocalBuilder lane, int at)
    {
        FrameAddress(ScratchAt(at, 0));
        Il.Emit(OpCodes.Ldloc, lane);
        Il.Emit(OpCodes.Ldc_I4_4);
        Il.Emit(OpCodes.Mul);
        Il.Emit(OpCodes.Conv_I);
        Il.Emit(OpCodes.Add);
    }

    private int ScratchAt(int at, int u) => _plan.Frame.Scratch + (((at * Jamming.Most) + u) * Lanes * 4);
}
