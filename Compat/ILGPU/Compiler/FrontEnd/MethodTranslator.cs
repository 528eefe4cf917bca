using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>
/// Translates one method by running its IL with values for numbers: locals, arguments and the places of the evaluation stack are slots,
/// and a call is a translation of the method that is called, in the same place.
/// </summary>
internal sealed partial class MethodTranslator
{
    private readonly Compilation _compilation;
    private readonly MethodBase _method;
    private readonly MethodIl _il;
    private readonly Slot[] _arguments;
    private readonly Slot[] _locals;
    private readonly Slot? _result;
    private readonly Block _exit = new();
    private readonly Dictionary<IlBlock, Block> _blocks = [];
    private readonly Dictionary<IlBlock, List<Slot>> _entryStacks = [];
    private Stack<StackEntry> _stack = [];

    public MethodTranslator(Compilation compilation, MethodBase method, StackEntry[] arguments)
    {
        _compilation = compilation;
        _method = method;
        _il = MethodIl.Of(method);
        var body = _il.Body;
        if (body.ExceptionHandlingClauses is [var handled, ..])
            throw Refused(handled.TryOffset, "a block that handles exceptions. Kernels have none: leave out try, using, lock and foreach over objects, and test instead.");
        _locals = [.. body.LocalVariables.Select(local => new Slot(local.LocalType, _il.LocalNames.GetValueOrDefault(local.LocalIndex)))];
        var parameters = _il.Parameters;
        int shift = method.IsStatic ? 0 : 1;
        _arguments = new Slot[parameters.Count + shift];
        for (int i = 0; i < _arguments.Length; i++)
        {
            bool isThis = i < shift;
            _arguments[i] = isThis
                ? new(null, null)
                : new(parameters[i - shift].ParameterType, parameters[i - shift].Name, _il.IsConstant(parameters[i - shift]));
            _arguments[i].Store(Ssa, Emitter, arguments[i]);
        }

        var returned = (method as MethodInfo)?.ReturnType ?? typeof(void);
        _result = returned == typeof(void) ? null : new(returned, null);
    }

    private SsaBuilder Ssa => _compilation.Ssa;

    private Emitter Emitter => _compilation.Emitter;

    /// <summary>Translates; what the method returns, or null.</summary>
    public StackEntry? Run()
    {
        var order = IlBlock.Graph(_il.Instructions);
        Emitter.Block.Jump(BlockOf(order[0]));
        Release(order[0]);
        foreach (var block in order)
        {
            if (BlockOf(block).Predecessors.Count > 0) Translate(block);
            foreach (var successor in block.Successors) Release(successor);
        }

        Ssa.Seal(_exit);
        Emitter.Block = _exit;
        return _result?.Load(Ssa, Emitter);
    }

    private KernelCompilationException Refused(int offset, string reason) =>
        new($"Kernel {_compilation.Function.Name} can't be compiled: {Compilation.NameOf(_method)}, IL offset {offset}: {reason}");

    private Block BlockOf(IlBlock block) => _blocks.TryGetValue(block, out var known) ? known : _blocks[block] = new();

    private void Release(IlBlock block)
    {
        if (--block.Open == 0) Ssa.Seal(BlockOf(block));
    }

    private void Translate(IlBlock block)
    {
        Emitter.Block = BlockOf(block);
        _stack = [];
        if (_entryStacks.TryGetValue(block, out var slots))
            foreach (var slot in slots) Push(slot.Load(Ssa, Emitter));
        foreach (var instruction in block.Instructions)
        {
            try
            {
                if (!TryControl(instruction, block)) Step(instruction);
            }
            catch (UnsupportedException refused)
            {
                throw Refused(instruction.Offset, refused.Message);
            }
        }

        var last = block.Instructions[^1];
        if (last.Targets.Length == 0 && !last.EndsFlow)
        {
            Spill(block.Successors[^1]);
            Emitter.Block.Jump(BlockOf(block.Successors[^1]));
        }
    }

    /// <summary>Leaves what is on the stack where a block that follows finds it.</summary>
    private void Spill(IlBlock target)
    {
        if (_stack.Count == 0) return;
        var entries = _stack.Reverse().ToArray();
        if (!_entryStacks.TryGetValue(target, out var slots))
            _entryStacks[target] = slots = [.. entries.Select(_ => new Slot(null, null))];
        for (int i = 0; i < entries.Length; i++) slots[i].Store(Ssa, Emitter, entries[i]);
    }

    private void Push(StackEntry entry) => _stack.Push(entry);

    private void Push(Value value) => _stack.Push(new StackValue(typeof(int), [value]));

    private StackEntry Pop() => _stack.Pop();

    private Value PopNumber() => _stack.Pop() is StackValue { Leaves.Length: 1 } value
        ? value.Leaves[0].Resolved
        : throw new UnsupportedException("arithmetic on what is no number. References, pointers and structs have none: use elements of views, and ref parameters.");
}
