namespace ILGPU.Compiler;

/// <content>Numbers: IL gives operations their signs, values carry their widths.</content>
internal sealed partial class MethodTranslator
{
    private Value AsSigned(Value value) => value.Type.IsInteger || value.Type == IrType.Bool ? Emitter.Convert(value, value.Type.OnStack) : value;

    private Value AsUnsigned(Value value) => value.Type.IsFloat || value.Type.IsPointer
        ? value
        : Emitter.Convert(AsSigned(value), value.Type.Unsigned);

    // The library's own members are checked for the host's sake: in kernels they wrap around.
    private bool IsLibrary => _method.DeclaringType?.Assembly == typeof(Compilation).Assembly;

    private bool TryArithmetic(string name)
    {
        switch (IsLibrary ? name.Replace(".ovf", null, StringComparison.Ordinal) : name)
        {
            case "add": return Binary(Operation.Add);
            case "sub": return Binary(Operation.Subtract);
            case "mul": return Binary(Operation.Multiply);
            case "div": return Binary(Operation.Divide);
            case "div.un": return Binary(Operation.Divide, unsigned: true);
            case "rem": return Binary(Operation.Remainder);
            case "rem.un": return Binary(Operation.Remainder, unsigned: true);
            case "and": return Binary(Operation.And);
            case "or": return Binary(Operation.Or);
            case "xor": return Binary(Operation.Xor);
            case "shl": return Shift(Operation.ShiftLeft, unsigned: false);
            case "shr": return Shift(Operation.ShiftRight, unsigned: false);
            case "shr.un": return Shift(Operation.ShiftRight, unsigned: true);
            case "neg": return Unary(Operation.Negate);
            case "not": return Unary(Operation.Not);
            case "ceq" or "cgt" or "cgt.un" or "clt" or "clt.un":
                var second = PopNumber();
                Push(Compare(name[1..], PopNumber(), second));
                return true;
            default: return name.StartsWith("conv.", StringComparison.Ordinal) && TryConvert(name[5..]);
        }
    }

    private bool Unary(Operation operation)
    {
        var value = AsSigned(PopNumber());
        Push(Emitter.Arithmetic(operation, value.Type, value));
        return true;
    }

    private bool Binary(Operation operation, bool unsigned = false)
    {
        var second = PopNumber();
        var first = PopNumber();
        bool bits = operation is Operation.And or Operation.Or or Operation.Xor;
        bool anySign = bits || operation is Operation.Add or Operation.Subtract or Operation.Multiply;
        bool bothBool = bits && IsTruth(first) && IsTruth(second);
        if (bothBool)
            (first, second) = (Emitter.Convert(first, IrType.Bool), Emitter.Convert(second, IrType.Bool));
        else if (!(anySign && first.Type == second.Type && first.Type.Bits >= 32))
            (first, second) = Alike(first, second, unsigned);
        Push(Emitter.Arithmetic(operation, first.Type, first, second));
        return true;
    }

    private static bool IsTruth(Value value) => value.Type == IrType.Bool;

    private bool Shift(Operation operation, bool unsigned)
    {
        var amount = AsSigned(PopNumber());
        var value = PopNumber();
        value = unsigned ? AsUnsigned(value) : operation == Operation.ShiftLeft && value.Type.IsInteger && value.Type.Bits >= 32 ? value : AsSigned(value);
        if (amount is Constant constant) amount = Constant.Of((int)constant.Bits & (value.Type.Bits - 1));
        Push(Emitter.Arithmetic(operation, value.Type, value, amount));
        return true;
    }

    private (Value First, Value Second) Alike(Value first, Value second, bool unsigned)
    {
        first = unsigned ? AsUnsigned(first) : AsSigned(first);
        second = unsigned ? AsUnsigned(second) : AsSigned(second);
        if (first.Type == second.Type) return (first, second);
        var type = first.Type.IsFloat || second.Type.IsFloat ? IrType.Float64 : unsigned ? IrType.UInt64 : IrType.Int64;
        return (Emitter.Convert(first, type), Emitter.Convert(second, type));
    }

    /// <summary>A comparison as IL names it: of floating-point numbers, "un" is true where one is NaN; of integers, it is unsigned.</summary>
    private Value Compare(string name, Value first, Value second)
    {
        bool unsigned = name.EndsWith(".un", StringComparison.Ordinal);
        string relation = name[..2];
        if (first.Type == IrType.Bool && second.Type == IrType.Bool) return Emitter.Compare(RelationOf(relation), first, second);
        if (first.Type == IrType.Bool && second is Constant { Bits: 0 })
        {
            if (relation == "eq") return Emitter.Not(first);
            if (relation is "ne" or "gt") return first;
        }

        if (relation == "gt" && unsigned && second is Constant { Bits: 0 } && !first.Type.IsFloat)
            return Emitter.Compare(Operation.NotEqual, AsSigned(first), Constant.Zero(first.Type.OnStack));
        (first, second) = Alike(first, second, unsigned && relation != "ne");
        if (!unsigned || !first.Type.IsFloat || relation == "ne") return Emitter.Compare(RelationOf(relation), first, second);
        string opposite = relation switch { "lt" => "ge", "le" => "gt", "gt" => "le", _ => "lt" };
        return Emitter.Not(Emitter.Compare(RelationOf(opposite), first, second));
    }

    private static Operation RelationOf(string relation) => relation switch
    {
        "eq" => Operation.Equal,
        "ne" => Operation.NotEqual,
        "lt" => Operation.Less,
        "le" => Operation.LessOrEqual,
        "gt" => Operation.Greater,
        _ => Operation.GreaterOrEqual,
    };

    private bool TryConvert(string name)
    {
        bool isChecked = name.StartsWith("ovf.", StringComparison.Ordinal);
        if (isChecked && !IsLibrary)
            throw new UnsupportedException("a checked conversion. Kernels can't throw: write unchecked, and check on the host.");
        if (isChecked) name = name[4..].Replace(".un", null, StringComparison.Ordinal);
        var value = PopNumber();
        var type = name switch
        {
            "i1" => new(NumberType.Int8),
            "u1" => new(NumberType.UInt8),
            "i2" => new(NumberType.Int16),
            "u2" => new(NumberType.UInt16),
            "i4" => IrType.Int32,
            "u4" => IrType.UInt32,
            "i8" or "i" => IrType.Int64,
            "u8" or "u" => IrType.UInt64,
            "r4" => IrType.Float32,
            _ => IrType.Float64,
        };
        if (value.Type.IsFloat && type.Bits < 32) value = Emitter.Convert(value, IrType.Int32);
        bool unsigned = name is "r.un" or "u8" or "u";
        Push(Emitter.Convert(unsigned ? AsUnsigned(value) : AsSigned(value), type));
        return true;
    }
}
