using System.Reflection.Emit;

namespace ILGPU.Compiler.Simd;

/// <content>Operations on vectors of lanes.</content>
internal sealed partial class RegionCode
{
    private static readonly Type F = typeof(float);
    private static readonly Type I = typeof(int);
    private static readonly Type U = typeof(uint);

    /// <summary>Puts the result of an operation on one vector of lanes on the stack.</summary>
    private void Lane(Instruction instruction, int u)
    {
        var operands = instruction.Operands;
        var type = operands.Length > 0 ? operands[0].Type : instruction.Type;
        switch (instruction.Operation)
        {
            case Operation.Load:
                ReadLanes(instruction, u);
                break;
            case Operation.Select:
                PushLanes(operands[0], u);
                if (instruction.Type == IrType.Float32) Vector("AsSingle", I);
                PushLanes(operands[1], u);
                PushLanes(operands[2], u);
                Vector("ConditionalSelect", ElementOf(instruction.Type));
                break;
            case Operation.Negate when ElementOf(type) == I:
                // .NET 10's JIT makes 0 of Create(x) + (Negate(Create(x)) + y), and of the same with 0 − x.
                PushLanes(operands[0], u);
                Vector("OnesComplement", I);
                Il.Emit(OpCodes.Call, _machine!.Vector(I).GetProperty("AllBitsSet")!.GetMethod!);
                Vector("Subtract", I);
                break;
            case Operation.Convert:
                PushLanes(operands[0], u);
                Converted(type, instruction.Type, 0);
                break;
            case Operation.Reinterpret:
                PushLanes(operands[0], u);
                if (type == IrType.Float32 && instruction.Type != IrType.Float32) Vector("AsInt32", F);
                else if (type != IrType.Float32 && instruction.Type == IrType.Float32) Vector("AsSingle", I);
                break;
            case Operation.ShiftLeft or Operation.ShiftRight:
                PushLanes(operands[0], u);
                Push(operands[1]);
                Vector(instruction.Operation == Operation.ShiftLeft ? "ShiftLeft" : type.IsSigned ? "ShiftRightArithmetic" : "ShiftRightLogical", I);
                break;
            default:
                foreach (var operand in operands) PushLanes(operand, u);
                Arithmetic(instruction, type);
                break;
        }
    }

    private void Arithmetic(Instruction instruction, IrType type)
    {
        var element = ElementOf(type);
        switch (instruction.Operation)
        {
            case Operation.Add: Vector("Add", element); break;
            case Operation.Subtract: Vector("Subtract", element); break;
            case Operation.Multiply: Vector("Multiply", element); break;
            case Operation.Divide: Vector("Divide", element); break;
            case Operation.And: Vector("BitwiseAnd", element); break;
            case Operation.Or: Vector("BitwiseOr", element); break;
            case Operation.Xor: Vector("Xor", element); break;
            case Operation.Negate: Vector("Negate", element); break;
            case Operation.Not: Vector("OnesComplement", element); break;
            case Operation.MultiplyAdd: Vector("FusedMultiplyAdd", element); break;
            case Operation.Call: Vector(instruction.Function!, element); break;
            case Operation.Equal: Compare("Equals", type); break;
            case Operation.Less: Compare("LessThan", type); break;
            case Operation.LessOrEqual: Compare("LessThanOrEqual", type); break;
            case Operation.Greater: Compare("GreaterThan", type); break;
            case Operation.GreaterOrEqual: Compare("GreaterThanOrEqual", type); break;
            case Operation.NotEqual:
                Compare("Equals", type);
                Vector("OnesComplement", I);
                break;
            default: throw new NotSupportedException($"{instruction.Operation} of lanes");
        }
    }

    // Both operands are on the stack; a mask is, then.
    private void Compare(string name, IrType type)
    {
        bool isUnsigned = type.Number is NumberType.UInt32 or NumberType.Bool && name != "Equals";
        if (isUnsigned)
        {
            var second = Il.DeclareLocal(_machine!.Vector(U));
            Vector("AsUInt32", I);
            Il.Emit(OpCodes.Stloc, second);
            Vector("AsUInt32", I);
            Il.Emit(OpCodes.Ldloc, second);
            Vector(name, U);
            Vector("AsInt32", U);
            return;
        }

        Vector(name, ElementOf(type));
        if (type == IrType.Float32) Vector("AsInt32", F);
    }

    private void Converted(IrType from, IrType to, int depth)
    {
        if (from == IrType.Bool)
        {
            // A mask is −1 where it is true.
            Vector("Negate", I);
            if (to == IrType.Float32) Vector("ConvertToSingle", I);
            return;
        }

        switch (to.Number)
        {
            case NumberType.Float32 when from.Number == NumberType.UInt32:
                Vector("AsUInt32", I);
                Vector("ConvertToSingle", U);
                break;
            case NumberType.Float32: Vector("ConvertToSingle", I); break;
            case NumberType.Int32 when from == IrType.Float32: Vector("ConvertToInt32", F); break;
            case NumberType.UInt32 when from == IrType.Float32:
                Vector("ConvertToUInt32", F);
                Vector("AsInt32", U);
                break;
            case NumberType.Int8 or NumberType.UInt8: Cut(24, to.IsSigned); break;
            case NumberType.Int16 or NumberType.UInt16: Cut(16, to.IsSigned); break;
        }
    }

    private void Cut(int bits, bool signed)
    {
        Il.Emit(OpCodes.Ldc_I4, bits);
        Vector("ShiftLeft", I);
        Il.Emit(OpCodes.Ldc_I4, bits);
        Vector(signed ? "ShiftRightArithmetic" : "ShiftRightLogical", I);
    }
}
