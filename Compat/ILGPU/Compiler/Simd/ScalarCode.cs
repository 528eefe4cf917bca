using System.Reflection.Emit;

namespace ILGPU.Compiler.Simd;

/// <summary>Emits operations on single numbers.</summary>
/// <param name="il">Where to.</param>
/// <param name="spaces">Whose memory pointers lead to.</param>
internal abstract class ScalarCode(ILGenerator il, Spaces spaces)
{
    protected ILGenerator Il { get; } = il;

    protected Spaces Spaces { get; } = spaces;

    /// <summary>Puts a number, or a pointer, on the stack.</summary>
    public abstract void Push(Value value);

    /// <summary>Puts the place of the work-item among those of its group, in which private memory is laid out, on the stack: 32 bits.</summary>
    protected abstract void PushItem();

    /// <summary>The work-items for which there is private memory.</summary>
    protected abstract int Items { get; }

    /// <summary>The type of a local for a number.</summary>
    public static Type TypeOf(IrType type) => type switch
    {
        { IsPointer: true } => typeof(nint),
        { Number: NumberType.Float32 } => typeof(float),
        { Number: NumberType.Float64 } => typeof(double),
        { Bits: 64 } => typeof(long),
        _ => typeof(int),
    };

    /// <summary>Emits an operation; its result, if it has one, is on the stack then.</summary>
    protected void Scalar(Instruction instruction)
    {
        var operands = instruction.Operands;
        switch (instruction.Operation)
        {
            case Operation.Load:
                Address(operands[0], operands[1]);
                ReadAt(instruction.Type);
                break;
            case Operation.Store:
                Address(operands[0], operands[1]);
                Push(operands[2]);
                WriteAt(operands[0].Type);
                break;
            case Operation.Offset:
                Push(operands[0]);
                if (Spaces.Of(operands[0]) == AddressSpace.Local) ScaledForItems(operands[1], instruction.Type);
                else Scaled(operands[1], instruction.Type);
                Il.Emit(OpCodes.Add);
                break;
            case Operation.Atomic:
                Address(operands[0], operands[1]);

                // (value, compared) becomes (compared, value).
                for (int i = operands.Length - 1; i >= 2; i--) Push(operands[i]);
                Il.Emit(OpCodes.Call, ScalarMethods.Atomic(instruction));
                break;
            case Operation.Fence:
                Il.Emit(OpCodes.Call, ScalarMethods.Fence);
                break;
            case Operation.Call:
                foreach (var operand in operands) Push(operand);
                Il.Emit(OpCodes.Call, ScalarMethods.Function(instruction.Function!, instruction.Type));
                break;
            case Operation.MultiplyAdd:
                foreach (var operand in operands) Push(operand);
                Il.Emit(OpCodes.Call, ScalarMethods.Function("FusedMultiplyAdd", instruction.Type));
                break;
            case Operation.Select:
                Choice(operands);
                break;
            case Operation.Convert:
                Push(operands[0]);
                Converted(operands[0].Type, instruction.Type);
                break;
            default:
                foreach (var operand in operands) Push(operand);
                Arithmetic(instruction.Operation, operands[0].Type, instruction.Type);
                break;
        }
    }

    /// <summary>Puts a constant on the stack.</summary>
    protected void PushConstant(Constant constant)
    {
        switch (constant.Type)
        {
            case { IsPointer: true }:
                Il.Emit(OpCodes.Ldc_I4_0);
                Il.Emit(OpCodes.Conv_I);
                break;
            case { Number: NumberType.Float32 }: Il.Emit(OpCodes.Ldc_R4, (float)constant.Number); break;
            case { Number: NumberType.Float64 }: Il.Emit(OpCodes.Ldc_R8, constant.Number); break;
            case { Bits: 64 }: Il.Emit(OpCodes.Ldc_I8, constant.Bits); break;
            default: Il.Emit(OpCodes.Ldc_I4, (int)constant.Bits); break;
        }
    }

    /// <summary>Puts the address of an element on the stack.</summary>
    protected void Address(Value pointer, Value index)
    {
        Push(pointer);
        if (Spaces.Of(pointer) == AddressSpace.Local)
        {
            ScaledForItems(index, pointer.Type);
            Il.Emit(OpCodes.Add);
            PushItem();
            Il.Emit(OpCodes.Conv_I);
            Size(pointer.Type);
            Il.Emit(OpCodes.Add);
            return;
        }

        if (index is Constant { Bits: 0 }) return;
        Scaled(index, pointer.Type);
        Il.Emit(OpCodes.Add);
    }

    protected void ReadAt(IrType type) => Il.Emit(type.Number switch
    {
        NumberType.Bool or NumberType.UInt8 => OpCodes.Ldind_U1,
        NumberType.Int8 => OpCodes.Ldind_I1,
        NumberType.Int16 => OpCodes.Ldind_I2,
        NumberType.UInt16 => OpCodes.Ldind_U2,
        NumberType.Int32 or NumberType.UInt32 => OpCodes.Ldind_I4,
        NumberType.Float32 => OpCodes.Ldind_R4,
        NumberType.Float64 => OpCodes.Ldind_R8,
        _ => OpCodes.Ldind_I8,
    });

    protected void WriteAt(IrType type) => Il.Emit(type.Number switch
    {
        NumberType.Bool or NumberType.UInt8 or NumberType.Int8 => OpCodes.Stind_I1,
        NumberType.Int16 or NumberType.UInt16 => OpCodes.Stind_I2,
        NumberType.Int32 or NumberType.UInt32 => OpCodes.Stind_I4,
        NumberType.Float32 => OpCodes.Stind_R4,
        NumberType.Float64 => OpCodes.Stind_R8,
        _ => OpCodes.Stind_I8,
    });

    // An index times the size of an element, as wide as an address.
    private void Scaled(Value index, IrType element)
    {
        Push(index);
        Il.Emit(index.Type.Number == NumberType.UInt32 ? OpCodes.Conv_U : OpCodes.Conv_I);
        Size(element);
    }

    // In the work-items' own memory an element of all of them lies together: neighbours in lanes are neighbours in memory.
    private void ScaledForItems(Value index, IrType element)
    {
        Push(index);
        if (index.Type.Bits < 64) Il.Emit(OpCodes.Conv_I8);
        Il.Emit(OpCodes.Ldc_I8, (long)Items);
        Il.Emit(OpCodes.Mul);
        Il.Emit(OpCodes.Conv_I);
        Size(element);
    }

    private void Size(IrType element)
    {
        if (element.Bits == 8) return;
        Il.Emit(OpCodes.Ldc_I4, element.Bits / 8);
        Il.Emit(OpCodes.Conv_I);
        Il.Emit(OpCodes.Mul);
    }

    private void Choice(Value[] operands)
    {
        var whenTrue = Il.DefineLabel();
        var end = Il.DefineLabel();
        Push(operands[0]);
        Il.Emit(OpCodes.Brtrue, whenTrue);
        Push(operands[2]);
        Il.Emit(OpCodes.Br, end);
        Il.MarkLabel(whenTrue);
        Push(operands[1]);
        Il.MarkLabel(end);
    }

    private void Arithmetic(Operation operation, IrType type, IrType result)
    {
        bool unsigned = !type.IsSigned && !type.IsFloat;
        switch (operation)
        {
            case Operation.Add: Il.Emit(OpCodes.Add); break;
            case Operation.Subtract: Il.Emit(OpCodes.Sub); break;
            case Operation.Multiply: Il.Emit(OpCodes.Mul); break;
            case Operation.Divide: Il.Emit(unsigned ? OpCodes.Div_Un : OpCodes.Div); break;
            case Operation.Remainder: Il.Emit(unsigned ? OpCodes.Rem_Un : OpCodes.Rem); break;
            case Operation.And: Il.Emit(OpCodes.And); break;
            case Operation.Or: Il.Emit(OpCodes.Or); break;
            case Operation.Xor: Il.Emit(OpCodes.Xor); break;
            case Operation.ShiftLeft: Il.Emit(OpCodes.Shl); break;
            case Operation.ShiftRight: Il.Emit(unsigned ? OpCodes.Shr_Un : OpCodes.Shr); break;
            case Operation.Negate: Il.Emit(OpCodes.Neg); break;
            case Operation.Not when type == IrType.Bool: IsZero(); break;
            case Operation.Not: Il.Emit(OpCodes.Not); break;
            case Operation.Reinterpret: Il.Emit(OpCodes.Call, ScalarMethods.Bits(type, result)); break;
            case Operation.Equal: Il.Emit(OpCodes.Ceq); break;
            case Operation.Less: Il.Emit(unsigned ? OpCodes.Clt_Un : OpCodes.Clt); break;
            case Operation.Greater: Il.Emit(unsigned ? OpCodes.Cgt_Un : OpCodes.Cgt); break;
            case Operation.NotEqual:
                Il.Emit(OpCodes.Ceq);
                IsZero();
                break;

            // Neither is true of NaN: the opposite comparison counts NaN as true.
            case Operation.LessOrEqual:
                Il.Emit(unsigned || type.IsFloat ? OpCodes.Cgt_Un : OpCodes.Cgt);
                IsZero();
                break;
            case Operation.GreaterOrEqual:
                Il.Emit(unsigned || type.IsFloat ? OpCodes.Clt_Un : OpCodes.Clt);
                IsZero();
                break;
            default: throw new NotSupportedException($"{operation} of numbers");
        }
    }

    private void IsZero()
    {
        Il.Emit(OpCodes.Ldc_I4_0);
        Il.Emit(OpCodes.Ceq);
    }

    private void Converted(IrType from, IrType to)
    {
        bool fromUnsigned = !from.IsSigned && !from.IsFloat;
        switch (to.Number)
        {
            case NumberType.Int8: Il.Emit(OpCodes.Conv_I1); break;
            case NumberType.UInt8: Il.Emit(OpCodes.Conv_U1); break;
            case NumberType.Int16: Il.Emit(OpCodes.Conv_I2); break;
            case NumberType.UInt16: Il.Emit(OpCodes.Conv_U2); break;
            case NumberType.Int32: Il.Emit(OpCodes.Conv_I4); break;
            case NumberType.UInt32: Il.Emit(OpCodes.Conv_U4); break;
            case NumberType.Int64: Il.Emit(fromUnsigned ? OpCodes.Conv_U8 : OpCodes.Conv_I8); break;

            // From signed integers the sign goes along; from floating-point numbers the result saturates at 0.
            case NumberType.UInt64: Il.Emit(from.IsFloat || fromUnsigned ? OpCodes.Conv_U8 : OpCodes.Conv_I8); break;
            default:
                if (fromUnsigned) Il.Emit(OpCodes.Conv_R_Un);
                Il.Emit(to.Number == NumberType.Float32 ? OpCodes.Conv_R4 : OpCodes.Conv_R8);
                break;
        }
    }
}
