using System.Reflection;

namespace ILGPU.Compiler;

/// <content>Constants, variables, fields and memory.</content>
internal sealed partial class MethodTranslator
{
    private void Step(IlInstruction instruction)
    {
        string name = instruction.Code.Name!;
        if (name.EndsWith(".s", StringComparison.Ordinal)) name = name[..^2];
        if (TryArithmetic(name)) return;
        if (name.StartsWith("ldind.", StringComparison.Ordinal) || name == "ldobj")
        {
            Push(_compilation.Load(Pop()));
            return;
        }

        if (name.StartsWith("stind.", StringComparison.Ordinal) || name == "stobj")
        {
            var stored = _compilation.Load(Pop());
            _compilation.Store(Pop(), stored);
            return;
        }

        if (TryShortForm(name)) return;
        switch (name)
        {
            case "nop": break;
            case "ldc.i4": Push(Constant.Of(instruction.Integer)); break;
            case "ldc.i8": Push(Constant.Of((long)instruction.Operand!)); break;
            case "ldc.r4": Push(Constant.Of((float)instruction.Operand!)); break;
            case "ldc.r8": Push(Constant.Of((double)instruction.Operand!)); break;
            case "ldarg": Push(_arguments[instruction.Integer].Load(Ssa, Emitter)); break;
            case "ldloc": Push(_locals[instruction.Integer].Load(Ssa, Emitter)); break;
            case "starg": _arguments[instruction.Integer].Store(Ssa, Emitter, Pop()); break;
            case "stloc": _locals[instruction.Integer].Store(Ssa, Emitter, Pop()); break;
            case "ldarga": PushReference(_arguments[instruction.Integer]); break;
            case "ldloca": PushReference(_locals[instruction.Integer]); break;
            case "dup": Push(_stack.Peek()); break;
            case "pop": Pop(); break;
            case "ldfld": LoadField((FieldInfo)instruction.Operand!); break;
            case "ldflda": Push(FieldOf(Pop(), (FieldInfo)instruction.Operand!)); break;
            case "stfld": StoreField((FieldInfo)instruction.Operand!); break;
            case "ldsfld": Push(StaticField((FieldInfo)instruction.Operand!)); break;
            case "ldsflda": Push(_compilation.Temporary(StaticField((FieldInfo)instruction.Operand!))); break;
            case "ldtoken" when instruction.Operand is Type type: Push(new TypeEntry(type)); break;
            case "initobj": _compilation.Store(Pop(), Default((Type)instruction.Operand!)); break;
            case "sizeof": Push(Constant.Of(SizeOf((Type)instruction.Operand!))); break;
            case "call" or "callvirt": Call(instruction); break;
            case "newobj": New((ConstructorInfo)instruction.Operand!); break;
            default:
                throw new UnsupportedException($"the instruction {name}{Advice(name)}");
        }
    }

    private static string Advice(string name) => name switch
    {
        "ldstr" => ", a string. Kernels have no objects.",
        "ldnull" => ", an object or a delegate of none. Call static methods, and use numbers, views and structs of these.",
        "newarr" or "ldlen" or "ldelema" => ", an array. Use LocalMemory.Allocate or a view.",
        "box" or "unbox.any" or "castclass" or "isinst" => ", which makes or tests an object. Use a type parameter.",
        "ldftn" or "ldvirtftn" => ", a delegate. Call a static method, or a static abstract one of a type parameter.",
        "localloc" => ", memory of the stack. Use LocalMemory.Allocate.",
        _ when name.StartsWith("ldelem", StringComparison.Ordinal) || name.StartsWith("stelem", StringComparison.Ordinal) =>
            ", an array. Use LocalMemory.Allocate or a view.",
        _ when name.Contains(".ovf", StringComparison.Ordinal) =>
            ", checked arithmetic. Kernels can't throw: write unchecked, and check on the host.",
        _ => ". Use numbers, views and structs of these.",
    };

    // ldarg.0, ldloc.1, ldc.i4.m1 and the like.
    private bool TryShortForm(string name)
    {
        int last = name[^1] - '0';
        switch (name)
        {
            case "ldc.i4.m1": Push(Constant.Of(-1)); return true;
            case ['l', 'd', 'c', '.', 'i', '4', '.', >= '0' and <= '8']: Push(Constant.Of(last)); return true;
            case ['l', 'd', 'a', 'r', 'g', '.', >= '0' and <= '3']: Push(_arguments[last].Load(Ssa, Emitter)); return true;
            case ['l', 'd', 'l', 'o', 'c', '.', >= '0' and <= '3']: Push(_locals[last].Load(Ssa, Emitter)); return true;
            case ['s', 't', 'l', 'o', 'c', '.', >= '0' and <= '3']: _locals[last].Store(Ssa, Emitter, Pop()); return true;
            default: return false;
        }
    }

    private void PushReference(Slot slot) => Push(new VariableReference(
        slot.Type ?? throw new UnsupportedException("a reference to a reference. Pass the reference itself."), slot, 0));

    private StackEntry FieldOf(StackEntry entry, FieldInfo field)
    {
        switch (entry)
        {
            case VariableReference reference:
                return new VariableReference(field.FieldType, reference.Slot, reference.Start + TypeLayout.Start(field.DeclaringType!, field));
            case MemoryReference reference:
                int start = TypeLayout.Start(field.DeclaringType!, field);
                return reference with { Type = field.FieldType, Index = _compilation.Shifted(reference.Index, start) };
            case StackValue value:
                int first = TypeLayout.Start(value.Type, field);
                return new StackValue(field.FieldType, value.Leaves[first..(first + TypeLayout.Count(field.FieldType))]);
            default:
                throw new UnsupportedException($"the field {field.Name} of an object. Kernels have no objects.");
        }
    }

    private void LoadField(FieldInfo field) => Push(_compilation.Load(FieldOf(Pop(), field)));

    private void StoreField(FieldInfo field)
    {
        var value = _compilation.Load(Pop());
        _compilation.Store(FieldOf(Pop(), field), value);
    }

    private static StackValue StaticField(FieldInfo field)
    {
        if (typeof(Delegate).IsAssignableFrom(field.FieldType))
            throw new UnsupportedException("a method or lambda as a value. Call a static method, or a static abstract one of a type parameter.");
        if (!field.IsInitOnly && !field.IsLiteral)
            throw new UnsupportedException($"the static field {field.Name}, which may change. Make it readonly, or pass it as an argument.");
        object? value = field.GetValue(null);
        if (value is null || !field.FieldType.IsValueType)
            throw new UnsupportedException($"the static field {field.Name}, an object. Pass a view or numbers as arguments.");
        var leaves = TypeLayout.Leaves(field.FieldType);
        if (leaves.Any(leaf => leaf.View is not null))
            throw new UnsupportedException($"the static field {field.Name}, a view. Pass it as an argument.");
        return new(field.FieldType, [.. leaves.Select(leaf => Constant.Boxed(leaf.Type, leaf.Path.Aggregate(value, (at, each) => each.GetValue(at)!)))]);
    }

    private static StackValue Default(Type type) => new(type, [.. TypeLayout.Leaves(type).Select(leaf => Constant.Zero(leaf.Type))]);

    private static int SizeOf(Type type)
    {
        var (number, count) = TypeLayout.Element(type);
        return number.Bits / 8 * count;
    }
}
