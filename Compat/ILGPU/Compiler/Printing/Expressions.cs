using System.Globalization;

namespace ILGPU.Compiler;

/// <summary>Writes values as expressions of C.</summary>
internal sealed class Expressions(
    Language language, NameTable names, Inlining inlining, Coalescing coalescing, Spaces spaces, Helpers helpers, IndexArithmetic indices)
{
    /// <summary>How tightly an expression holds together; more is tighter.</summary>
    private enum Binding
    {
        Loose,
        Choice,
        Or,
        And,
        BitOr,
        BitXor,
        BitAnd,
        Equality,
        Relation,
        Shift,
        Sum,
        Product,
        Cast,
        Atom,
    }

    /// <summary>A value, by its name or where it stands.</summary>
    public string Of(Value value) => Write(value).Text;

    /// <summary>An instruction's expression, even if it has a variable of its own.</summary>
    public string OfInstruction(Instruction instruction) => Instruction(instruction).Text;

    /// <summary>The opposite of a condition.</summary>
    public string Opposite(Value condition)
    {
        if (condition is Instruction compare && inlining.IsInlined(compare))
        {
            if (compare.Operation == Operation.Not) return Of(compare.Operands[0]);
            if (Folding.Opposite(compare) is { } opposite) return Infix(Sign(opposite), BindingOf(opposite), compare).Text;
        }

        return "!" + At(condition, Binding.Cast);
    }

    /// <summary>The name of a value that has one in the text.</summary>
    public string Name(Value value)
    {
        var kept = coalescing.Of(value);
        return names.Of(kept, kept.Name ?? (kept.Type.IsPointer ? "view" : kept.Type.IsFloat ? "x" : "n"));
    }

    /// <summary>The element at (pointer, index).</summary>
    public string Element(Value pointer, Value index) => $"{At(pointer, Binding.Atom)}[{Of(index)}]";

    private string At(Value value, Binding least)
    {
        var (text, binding) = Write(value);
        return binding < least ? $"({text})" : text;
    }

    private (string Text, Binding Binding) Write(Value value) => value switch
    {
        Constant constant => Literal(constant),
        Instruction instruction when inlining.IsInlined(instruction) => Instruction(instruction),
        ParameterValue { Type.IsPointer: false, Type.Number: NumberType.Bool } => ($"({Name(value)} != 0)", Binding.Atom),
        _ => (Name(value), Binding.Atom),
    };

    private (string Text, Binding Binding) Instruction(Instruction instruction)
    {
        var type = instruction.Type;
        var first = instruction.Operands.Length > 0 ? instruction.Operands[0] : null;
        switch (instruction.Operation)
        {
            case Operation.Index:
                return (language.Index(instruction.Function!, instruction.Dimension), Binding.Cast);
            case Operation.Load:
                string element = Element(first!, instruction.Operands[1]);
                return type == IrType.Bool ? (element + " != 0", Binding.Equality) : (element, Binding.Atom);
            case Operation.Offset:
                return ($"{At(first!, Binding.Sum)} + {At(instruction.Operands[1], Binding.Product)}", Binding.Sum);
            case Operation.Atomic:
                return (Atomic(instruction), Binding.Cast);
            case Operation.CudaCall:
                return ($"{instruction.Function}({string.Join(", ", instruction.Operands.Select(Of))})", Binding.Atom);
            case Operation.Call:
                return (helpers.Call(instruction, Array.ConvertAll(instruction.Operands, Of)), Binding.Atom);
            case Operation.Select:
                string whenTrue = At(instruction.Operands[1], Binding.Or);
                return ($"{At(first!, Binding.Or)} ? {whenTrue} : {At(instruction.Operands[2], Binding.Choice)}", Binding.Choice);
            case Operation.MultiplyAdd:
                string[] terms = Array.ConvertAll(instruction.Operands, Of);
                return ($"{language.Math("FusedMultiplyAdd", type.Number)}({string.Join(", ", terms)})", Binding.Atom);
            case Operation.Remainder when type.IsFloat:
                return ($"{language.Math("Remainder", type.Number)}({Of(first!)}, {Of(instruction.Operands[1])})", Binding.Atom);
            case Operation.Shuffle:
                return (language.Shuffle(instruction.Function!, Of(first!), Of(instruction.Operands[1])), Binding.Atom);
            case Operation.Reinterpret:
                return (language.Reinterpret(first!.Type.Number, type.Number, Of(first)), Binding.Cast);
            case Operation.Convert when first!.Type.IsFloat && type.IsInteger:
                return ($"{helpers.Saturating(first.Type.Number, type.Number)}({Of(first)})", Binding.Atom);
            case Operation.Convert:
                return ($"({language.Type(type.Number)}){At(first!, Binding.Cast)}", Binding.Cast);
            case Operation.Not:
                return ((type == IrType.Bool ? "!" : "~") + At(first!, Binding.Cast), Binding.Cast);
            case Operation.Negate when type.IsFloat:
                return ("-" + At(first!, Binding.Atom), Binding.Cast);
            case Operation.Add when indices.Contains(instruction) && instruction.Operands[1] is Constant { Bits: < 0 and > int.MinValue } negative:
                return ($"{At(first!, Binding.Sum)} - {Of(Constant.Wrapped(type, -negative.Bits))}", Binding.Sum);
            default:
                return Wraps(instruction) ? Wrapped(instruction) : Infix(Sign(instruction), BindingOf(instruction), instruction);
        }
    }

    // Signed overflow is undefined in C, and wraps in C#: such arithmetic is done without sign.
    private bool Wraps(Instruction instruction) => !indices.Contains(instruction) && instruction.Type.IsInteger && instruction.Type.IsSigned
        && instruction.Operation is Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Negate or Operation.ShiftLeft;

    private (string Text, Binding Binding) Wrapped(Instruction instruction) =>
        ($"({language.Type(instruction.Type.Number)})({OpenUnsigned(instruction).Text})", Binding.Cast);

    private (string Text, Binding Binding) Unsigned(Value value)
    {
        string cast = $"({language.Type(value.Type.Unsigned.Number)})";
        if (value is Constant constant)
        {
            string suffix = value.Type.Bits == 64 ? "u" + language.LongSuffix : "u";
            ulong bits = value.Type.Bits == 64 ? (ulong)constant.Bits : (uint)constant.Bits;
            return (bits.ToString(CultureInfo.InvariantCulture) + suffix, Binding.Atom);
        }

        return value is Instruction inner && Wraps(inner) && inlining.IsInlined(inner)
            ? OpenUnsigned(inner)
            : (cast + At(value, Binding.Cast), Binding.Cast);
    }

    private (string Text, Binding Binding) OpenUnsigned(Instruction instruction)
    {
        var first = instruction.Operands[0];
        if (instruction.Operation == Operation.Negate) return ("0u - " + UnsignedAt(first, Binding.Product), Binding.Sum);
        var binding = BindingOf(instruction);
        if (instruction.Operation == Operation.ShiftLeft)
            return ($"{UnsignedAt(first, binding)} << {At(instruction.Operands[1], Binding.Sum)}", binding);
        if (instruction.Operands[1] is Constant { Bits: < 0 and > int.MinValue } negative && instruction.Operation == Operation.Add)
            return ($"{UnsignedAt(first, binding)} - {Unsigned(Constant.Wrapped(negative.Type, -negative.Bits)).Text}", binding);
        return ($"{UnsignedAt(first, binding)} {Sign(instruction)} {UnsignedAt(instruction.Operands[1], binding + 1)}", binding);
    }

    private string UnsignedAt(Value value, Binding least)
    {
        var (text, binding) = Unsigned(value);
        return binding < least ? $"({text})" : text;
    }

    private (string Text, Binding Binding) Infix(string sign, Binding binding, Instruction instruction) =>
        ($"{At(instruction.Operands[0], Tighter(binding, 0))} {sign} {At(instruction.Operands[1], Tighter(binding, 1))}", binding);

    // Shifts and bits beside other operators get parentheses: few readers know their order.
    private static Binding Tighter(Binding binding, int side) => binding switch
    {
        Binding.Sum or Binding.Product => binding + side,
        Binding.Or or Binding.And => binding + 1,
        Binding.Equality or Binding.Relation => Binding.Shift,
        _ => Binding.Cast,
    };

    private string Atomic(Instruction instruction)
    {
        var pointer = instruction.Operands[0];
        string address = $"&{Element(pointer, instruction.Operands[1])}";
        string[] values = [.. instruction.Operands.Skip(2).Select(Of)];
        Array.Reverse(values);
        return helpers.Atomic(instruction.Function!, instruction.Type.Number, spaces.Of(pointer), $"({address})", values);
    }

    private static string Sign(Instruction instruction) => Sign(instruction.Operation, instruction.Type == IrType.Bool);

    private static string Sign(Operation operation, bool isBool = false) => operation switch
    {
        Operation.Add => "+",
        Operation.Subtract => "-",
        Operation.Multiply => "*",
        Operation.Divide => "/",
        Operation.Remainder => "%",
        Operation.And => isBool ? "&&" : "&",
        Operation.Or => isBool ? "||" : "|",
        Operation.Xor => isBool ? "!=" : "^",
        Operation.ShiftLeft => "<<",
        Operation.ShiftRight => ">>",
        Operation.Equal => "==",
        Operation.NotEqual => "!=",
        Operation.Less => "<",
        Operation.LessOrEqual => "<=",
        Operation.Greater => ">",
        _ => ">=",
    };

    private static Binding BindingOf(Instruction instruction) => instruction.Type == IrType.Bool
        ? instruction.Operation switch
        {
            Operation.And => Binding.And,
            Operation.Or => Binding.Or,
            Operation.Xor => Binding.Equality,
            _ => BindingOf(instruction.Operation),
        }
        : BindingOf(instruction.Operation);

    private static Binding BindingOf(Operation operation) => operation switch
    {
        Operation.Add or Operation.Subtract or Operation.Negate => Binding.Sum,
        Operation.Multiply or Operation.Divide or Operation.Remainder => Binding.Product,
        Operation.And => Binding.BitAnd,
        Operation.Or => Binding.BitOr,
        Operation.Xor => Binding.BitXor,
        Operation.ShiftLeft or Operation.ShiftRight => Binding.Shift,
        Operation.Equal or Operation.NotEqual => Binding.Equality,
        _ => Binding.Relation,
    };

    private (string Text, Binding Binding) Literal(Constant constant)
    {
        if (constant.Type.IsPointer) return ("0", Binding.Atom);
        string text = Literals.Of(constant, language);
        return (text, text[0] == '-' ? Binding.Cast : Binding.Atom);
    }
}
