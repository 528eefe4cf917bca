namespace ILGPU.Compiler;

/// <summary>Whose memory each pointer leads to.</summary>
internal sealed class Spaces
{
    private readonly Dictionary<Value, AddressSpace> _known = [];

    /// <summary>Follows pointers from where they come from.</summary>
    /// <exception cref="KernelCompilationException">A pointer may lead to two kinds of memory.</exception>
    public Spaces(Function function)
    {
        foreach (var parameter in function.Parameters.Where(each => each.Type.IsPointer)) _known[parameter] = AddressSpace.Global;
        foreach (var allocation in function.Allocations) _known[allocation] = allocation.Space;
        bool again = true;
        while (again)
        {
            again = false;
            foreach (var block in function.Blocks)
            {
                foreach (var phi in block.Phis.Where(phi => phi.Type.IsPointer))
                    foreach (var operand in phi.Operands) again |= Learn(function, phi, operand);
                foreach (var offset in block.Instructions.Where(each => each.Operation == Operation.Offset))
                    again |= Learn(function, offset, offset.Operands[0]);
            }
        }
    }

    /// <summary>Whose memory a pointer leads to; null, which leads nowhere, counts as the device's.</summary>
    public AddressSpace Of(Value pointer) => _known.GetValueOrDefault(pointer, AddressSpace.Global);

    private bool Learn(Function function, Value pointer, Value from)
    {
        if (!_known.TryGetValue(from, out var space)) return false;
        if (_known.TryAdd(pointer, space)) return true;
        if (_known[pointer] == space) return false;
        throw new KernelCompilationException(
            $"Kernel {function.Name} can't be compiled: view {pointer.Name} is of {_known[pointer]} or of {space} memory. Use a view for each.");
    }
}
