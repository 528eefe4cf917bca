namespace ILGPU.Compiler;

/// <summary>Operations whose result is known when the kernel is compiled.</summary>
internal static class Folding
{
    /// <summary>The result, or null where it depends on what is not known.</summary>
    public static Value? Fold(Operation operation, IrType type, Value[] operands)
    {
        var first = operands[0] as Constant;
        if (operands.Length == 1) return first is null ? null : Unary(operation, type, first);
        if (operands.Length == 3) return Ternary(operation, type, operands);
        var second = operands[1] as Constant;
        if (first is not null && second is not null)
            return operands[0].Type.IsFloat ? Floats(operation, type, first, second) : Integers(operation, type, first, second);
        if (type == IrType.Bool) return Truths(operation, operands[0], operands[1]);
        if (type.IsFloat) return null;
        bool eitherWay = operation is Operation.Add or Operation.Multiply or Operation.And or Operation.Or or Operation.Xor;
        if (second is not null) return Neutral(operation, operands[0], second);
        return first is not null && eitherWay ? Neutral(operation, operands[1], first) : null;
    }

    /// <summary>The comparison that is true where this one is false; with floating-point numbers only equality has one.</summary>
    public static Operation? Opposite(Instruction compare)
    {
        bool ordered = compare.Operands.Length == 2 && !compare.Operands[0].Type.IsFloat;
        return compare.Operation switch
        {
            Operation.Equal => Operation.NotEqual,
            Operation.NotEqual => Operation.Equal,
            Operation.Less when ordered => Operation.GreaterOrEqual,
            Operation.LessOrEqual when ordered => Operation.Greater,
            Operation.Greater when ordered => Operation.LessOrEqual,
            Operation.GreaterOrEqual when ordered => Operation.Less,
            _ => null,
        };
    }

    private static Value? Ternary(Operation operation, IrType type, Value[] operands)
    {
        if (operation == Operation.Select)
        {
            if (operands[0] is Constant known) return operands[known.Bits != 0 ? 1 : 2];
            return AreSame(operands[1], operands[2]) ? operands[1] : null;
        }

        if (operation != Operation.MultiplyAdd || operands is not [Constant a, Constant b, Constant c]) return null;
        return type == IrType.Float32
            ? Constant.Of(MathF.FusedMultiplyAdd((float)a.Number, (float)b.Number, (float)c.Number))
            : Constant.Of(Math.FusedMultiplyAdd(a.Number, b.Number, c.Number));
    }

    // Of two bools, one may be known.
    private static Value? Truths(Operation operation, Value first, Value second)
    {
        if (operation is not (Operation.And or Operation.Or)) return null;
        if (first == second) return first;
        var (known, other) = first is Constant constant ? (constant, second) : (second as Constant, first);
        if (known is null) return null;
        return known.Bits != 0 == (operation == Operation.And) ? other : known;
    }

    /// <summary>Whether two values are the same for sure.</summary>
    public static bool AreSame(Value first, Value second) =>
        first == second || (first is Constant a && second is Constant b && a.Type == b.Type && a.Bits == b.Bits);

    private static Value? Neutral(Operation operation, Value first, Constant second) => operation switch
    {
        Operation.Add or Operation.Subtract or Operation.Or or Operation.Xor or Operation.ShiftLeft or Operation.ShiftRight
            when second.Bits == 0 => first,
        Operation.Multiply or Operation.Divide when second.Bits == 1 => first,
        Operation.Multiply or Operation.And when second.Bits == 0 => second,
        _ => null,
    };

    private static Constant? Unary(Operation operation, IrType type, Constant value) => operation switch
    {
        Operation.Negate when type == IrType.Float32 => Constant.Of(-(float)value.Number),
        Operation.Negate when type == IrType.Float64 => Constant.Of(-value.Number),
        Operation.Negate => Constant.Wrapped(type, unchecked(-value.Bits)),
        Operation.Not when type == IrType.Bool => Constant.Of(value.Bits == 0),
        Operation.Not => Constant.Wrapped(type, ~value.Bits),
        Operation.Convert when type.IsFloat => ToFloat(type, value),
        Operation.Convert when value.Type.IsFloat => FromFloat(type, value.Number),
        Operation.Convert => Constant.Wrapped(type, value.Bits),
        Operation.Reinterpret when type.Bits == 32 => new(type, type == IrType.UInt32 ? (uint)value.Bits : (int)value.Bits),
        Operation.Reinterpret => new(type, value.Bits),
        _ => null,
    };

    private static Constant ToFloat(IrType type, Constant value)
    {
        if (type == IrType.Float64)
            return Constant.Of(value.Type.IsFloat ? value.Number : value.Type == IrType.UInt64 ? (ulong)value.Bits : value.Bits);
        return Constant.Of(value.Type.IsFloat ? (float)value.Number : value.Type == IrType.UInt64 ? (ulong)value.Bits : (float)value.Bits);
    }

    private static Constant FromFloat(IrType type, double value) => type.Number switch
    {
        NumberType.Int64 => Constant.Of((long)value),
        NumberType.UInt64 => new(type, unchecked((long)(ulong)value)),
        NumberType.UInt32 => Constant.Wrapped(type, (uint)value),
        _ => Constant.Wrapped(type, (int)value),
    };

    private static Constant? Integers(Operation operation, IrType type, Constant first, Constant second)
    {
        long a = first.Bits;
        long b = second.Bits;
        bool signed = first.Type.Number != NumberType.UInt64;
        if (operation is Operation.Divide or Operation.Remainder && (b == 0 || (b == -1 && signed))) return null;
        return operation switch
        {
            Operation.Add => Constant.Wrapped(type, unchecked(a + b)),
            Operation.Subtract => Constant.Wrapped(type, unchecked(a - b)),
            Operation.Multiply => Constant.Wrapped(type, unchecked(a * b)),
            Operation.Divide => Constant.Wrapped(type, signed ? a / b : (long)((ulong)a / (ulong)b)),
            Operation.Remainder => Constant.Wrapped(type, signed ? a % b : (long)((ulong)a % (ulong)b)),
            Operation.And => Constant.Wrapped(type, a & b),
            Operation.Or => Constant.Wrapped(type, a | b),
            Operation.Xor => Constant.Wrapped(type, a ^ b),
            Operation.ShiftLeft => Constant.Wrapped(type, a << ((int)b & (type.Bits - 1))),
            Operation.ShiftRight => Constant.Wrapped(type, signed ? a >> ((int)b & (type.Bits - 1)) : (long)((ulong)a >> (int)b)),
            Operation.Equal => Constant.Of(a == b),
            Operation.NotEqual => Constant.Of(a != b),
            Operation.Less => Constant.Of(signed ? a < b : (ulong)a < (ulong)b),
            Operation.LessOrEqual => Constant.Of(signed ? a <= b : (ulong)a <= (ulong)b),
            Operation.Greater => Constant.Of(signed ? a > b : (ulong)a > (ulong)b),
            Operation.GreaterOrEqual => Constant.Of(signed ? a >= b : (ulong)a >= (ulong)b),
            _ => null,
        };
    }

    private static Constant? Floats(Operation operation, IrType type, Constant first, Constant second)
    {
        double a = first.Number;
        double b = second.Number;
        bool single = type == IrType.Float32;
        return operation switch
        {
            Operation.Add => single ? Constant.Of((float)a + (float)b) : Constant.Of(a + b),
            Operation.Subtract => single ? Constant.Of((float)a - (float)b) : Constant.Of(a - b),
            Operation.Multiply => single ? Constant.Of((float)a * (float)b) : Constant.Of(a * b),
            Operation.Divide => single ? Constant.Of((float)a / (float)b) : Constant.Of(a / b),
            Operation.Equal => Constant.Of(a == b),
            Operation.NotEqual => Constant.Of(a != b),
            Operation.Less => Constant.Of(a < b),
            Operation.LessOrEqual => Constant.Of(a <= b),
            Operation.Greater => Constant.Of(a > b),
            Operation.GreaterOrEqual => Constant.Of(a >= b),
            _ => null,
        };
    }
}
