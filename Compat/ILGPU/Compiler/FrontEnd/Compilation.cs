using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>What the translations of a kernel and of the methods that it calls share.</summary>
/// <param name="function">What is made.</param>
internal sealed class Compilation(Function function)
{
    private readonly Stack<MethodBase> _calls = [];
    private readonly Dictionary<NumberType, Allocation> _dynamic = [];

    public Function Function { get; } = function;

    /// <summary>Whether vectors of the CPU will run it, for which elementary functions are translated in place.</summary>
    public bool ForLanes { get; init; }

    /// <summary>Whether functions in CUDA C stand for the methods that have them.</summary>
    public bool ForCuda { get; init; }

    public SsaBuilder Ssa { get; } = new();

    public Emitter Emitter { get; } = new(function.Entry);

    /// <summary>Translates a method where the emitter stands; its result, if it has one.</summary>
    public StackEntry? Inline(MethodBase method, StackEntry[] arguments)
    {
        if (_calls.Contains(method))
            throw new UnsupportedException($"a call of {NameOf(method)}, which is being called. Kernels can't recurse; write a loop.");
        _calls.Push(method);
        var result = new MethodTranslator(this, method, arguments).Run();
        _calls.Pop();
        return result;
    }

    /// <summary>Memory of constant size.</summary>
    public Allocation Allocate(NumberType number, AddressSpace space, int count)
    {
        var allocation = new Allocation(new(number, IsPointer: true), space, count);
        Function.Allocations.Add(allocation);
        return allocation;
    }

    /// <summary>The dynamic memory of the group.</summary>
    public Allocation Dynamic(NumberType number) => _dynamic.TryGetValue(number, out var known)
        ? known
        : _dynamic[number] = Allocate(number, AddressSpace.Shared, 0);

    /// <summary>A reference to something that holds a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isConstant">Whether nothing is stored through the reference.</param>
    public VariableReference Temporary(StackValue value, bool isConstant = false)
    {
        var slot = new Slot(value.Type, null, isConstant);
        slot.Store(Ssa, Emitter, value);
        return new(value.Type, slot, 0);
    }

    /// <summary>What a reference leads to; of a value itself.</summary>
    public StackValue Load(StackEntry entry)
    {
        switch (entry)
        {
            case VariableReference { Slot: var slot } reference:
                if (slot.Type is null) throw new UnsupportedException("a reference to a reference. Pass the reference itself.");
                int count = TypeLayout.Count(reference.Type);
                return new(reference.Type, slot.Read(Ssa, Emitter.Block, reference.Start, count));
            case MemoryReference reference:
                var leaves = new Value[TypeLayout.Count(reference.Type)];
                for (int i = 0; i < leaves.Length; i++) leaves[i] = Emitter.Load(reference.Pointer, Shifted(reference.Index, i));
                return new(reference.Type, leaves);
            default:
                return (StackValue)entry;
        }
    }

    /// <summary>Stores where a reference leads to.</summary>
    public void Store(StackEntry target, StackValue value)
    {
        if (target is VariableReference variable)
        {
            for (int i = 0; i < value.Leaves.Length; i++) variable.Slot.Write(Ssa, Emitter, variable.Start + i, value.Leaves[i]);
        }
        else if (target is MemoryReference memory)
        {
            for (int i = 0; i < value.Leaves.Length; i++)
                Emitter.Store(memory.Pointer, Shifted(memory.Index, i), value.Leaves[i]);
        }
        else
        {
            throw new UnsupportedException("a store through something that is no reference. Store in an element of a view.");
        }
    }

    /// <summary>An index of numbers, moved on by a constant.</summary>
    public Value Shifted(Value index, int by) =>
        by == 0 ? index : Emitter.Arithmetic(Operation.Add, index.Type, index, Constant.Wrapped(index.Type, by));

    public static string NameOf(MethodBase method) => $"{method.DeclaringType?.Name}.{method.Name}";
}
