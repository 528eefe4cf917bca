using ILGPU.Runtime;

namespace ILGPU.Compiler;

/// <summary>Translates a kernel: its parameters fall apart, its index comes from the launch.</summary>
internal static class KernelTranslator
{
    /// <summary>Translates.</summary>
    /// <param name="source">The kernel.</param>
    /// <param name="specializedValues">The values of its specialised parameters, in order.</param>
    /// <param name="forLanes">For vectors of the CPU: no index is outside the extent, and elementary functions are inlined.</param>
    /// <param name="forCuda">For CUDA C: functions in it stand for the methods that have them.</param>
    /// <exception cref="KernelCompilationException">The kernel has something that can't be compiled.</exception>
    public static Function Translate(KernelSource source, IReadOnlyList<object> specializedValues, bool forLanes = false, bool forCuda = false)
    {
        var function = new Function(source.Name);
        var compilation = new Compilation(function) { ForLanes = forLanes, ForCuda = forCuda };
        compilation.Ssa.Seal(function.Entry);
        var arguments = new List<StackEntry>();
        try
        {
            if (!source.Method.IsStatic) arguments.Add(new StackValue(typeof(void), []));
            if (source.Grouping == KernelGrouping.Implicit) arguments.Add(Index(compilation, source.Method.GetParameters()[0].ParameterType));
            var given = new Queue<object>(specializedValues);
            var parameters = source.Parameters;
            for (int i = 0; i < parameters.Length; i++)
                arguments.Add(Argument(compilation, parameters[i].Name!, parameters[i].ParameterType, i, given));
            if (!forLanes && source.Grouping == KernelGrouping.Implicit) Bound(compilation, arguments[source.Method.IsStatic ? 0 : 1]);
            compilation.Inline(source.Method, [.. arguments]);
        }
        catch (UnsupportedException refused)
        {
            throw new KernelCompilationException($"Kernel {source.Name} can't be compiled: it has {refused.Message}");
        }

        if (forLanes) function.RefuseWarps();
        return function;
    }

    private static StackValue Index(Compilation compilation, Type type)
    {
        int dimensions = TypeLayout.Count(type);
        return new(type, [.. Enumerable.Range(0, dimensions).Select(each => compilation.Emitter.Index("GlobalIndex", each))]);
    }

    // Groups are whole: work-items beyond the extent do nothing.
    private static void Bound(Compilation compilation, StackEntry index)
    {
        var leaves = ((StackValue)index).Leaves;
        for (int i = 0; i < leaves.Length; i++)
        {
            var extent = compilation.Function.Parameter(FlatParameterKind.Extent, i);
            var inside = new Block();
            var outside = new Block();
            compilation.Emitter.Block.Branch(compilation.Emitter.Compare(Operation.Less, leaves[i], extent), inside, outside);
            compilation.Ssa.Seal(inside);
            compilation.Ssa.Seal(outside);
            compilation.Emitter.Block = inside;
        }
    }

    private static StackValue Argument(Compilation compilation, string name, Type type, int index, Queue<object> specializedValues)
    {
        var leaves = TypeLayout.Leaves(type);
        var values = new List<Value>();
        foreach (var leaf in leaves)
        {
            if (IsSpecialized(type) || leaf.Path.Any(field => IsSpecialized(field.FieldType)))
            {
                if (!specializedValues.TryDequeue(out object? value))
                    throw new UnsupportedException($"a specialised parameter, {name}, whose value is not given.");
                values.Add(Constant.Boxed(leaf.Type, value));
                continue;
            }

            string path = string.Join('_', leaf.Path.Select(KernelTypes.NameOf).Prepend(name));
            if (leaf.View is null) values.Add(Add(path, FlatParameterKind.Number, leaf.Type));
            else if (leaf.Type.IsPointer) values.Add(View(path, leaf));
            else values.Add(Add(path + "_length", FlatParameterKind.ViewLength, leaf.Type));

            ParameterValue Add(string flatName, FlatParameterKind kind, IrType of)
            {
                var parameter = new ParameterValue(of, new(flatName, kind, of.Number, index, leaf.Path));
                compilation.Function.Parameters.Add(parameter);
                return parameter;
            }

            // The start counts elements of the view, the pointer the numbers that they are made of.
            Value View(string flatName, Leaf of)
            {
                var buffer = Add(flatName + "_buffer", FlatParameterKind.ViewBuffer, of.Type);
                Value start = Add(flatName + "_start", FlatParameterKind.ViewStart, IrType.Int64);
                int count = TypeLayout.Element(of.View!.GetGenericArguments()[0]).Count;
                start = compilation.Emitter.Arithmetic(Operation.Multiply, IrType.Int64, start, Constant.Of((long)count));
                var pointer = compilation.Emitter.Offset(buffer, start);
                pointer.Name = flatName;
                return pointer;
            }
        }

        return new(type, [.. values]);
    }

    private static bool IsSpecialized(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(SpecializedValue<>);
}
