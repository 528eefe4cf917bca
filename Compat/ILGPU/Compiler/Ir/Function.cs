using System.Reflection;

namespace ILGPU.Compiler;

/// <summary>A kernel as one graph of blocks: everything it calls is inside.</summary>
/// <param name="name">The name in messages.</param>
internal sealed class Function(string name)
{
    public string Name { get; } = name;

    public Block Entry { get; } = new();

    public List<ParameterValue> Parameters { get; } = [];

    /// <summary>A parameter that the launch gives besides the arguments, once.</summary>
    public ParameterValue Parameter(FlatParameterKind kind, int dimension = 0)
    {
        foreach (var known in Parameters)
            if (known.Flat.Kind == kind && known.Flat.Argument == dimension) return known;
        var (type, name) = kind == FlatParameterKind.Extent ? (IrType.Int32, "extent" + "XYZ"[dimension]) : (IrType.Int64, "dynamicBytes");
        var made = new ParameterValue(type, new(name, kind, type.Number, dimension, []));
        Parameters.Add(made);
        return made;
    }

    public List<Allocation> Allocations { get; } = [];

    /// <summary>The dynamic memory of the group, one value a type of element.</summary>
    public bool UsesDynamicSharedMemory => Allocations.Exists(each => each.Count == 0);

    public bool UsesBarriers => Blocks.Exists(block => block.Instructions.Exists(each => each.Operation == Operation.Barrier));

    /// <summary>The methods for which functions in CUDA C stand, by the names of these.</summary>
    public Dictionary<string, MethodInfo> CudaFunctions { get; } = [];

    /// <summary>The name of the function in CUDA C that stands for a method.</summary>
    public string NameOf(MethodInfo method)
    {
        string name = $"{method.DeclaringType?.Name}_{method.Name}";
        for (int i = 2; !CudaFunctions.TryAdd(name, method) && CudaFunctions[name] != method; i++)
            name = $"{method.DeclaringType?.Name}_{method.Name}_{i}";
        return name;
    }

    /// <summary>The member of <see cref="Warp"/> that the kernel uses first; null where it uses none.</summary>
    public string? Warps { get; set; }

    /// <summary>Refuses a kernel that uses warps, for back ends that have none.</summary>
    /// <exception cref="KernelCompilationException">The kernel uses warps.</exception>
    public void RefuseWarps()
    {
        if (Warps is not null)
            throw new KernelCompilationException($"Kernel {Name} can't be compiled: it uses Warp.{Warps}, which only CUDA has. Use SharedMemory and Group.Barrier.");
    }

    /// <summary>The blocks that can be reached, each after those that lead to it but for loops.</summary>
    public List<Block> Blocks => Order.ReversePostorder(Entry, block => block.Successors);
}
