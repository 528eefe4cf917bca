using System.Reflection;
using GpuJazz.Launching;
using ILGPU.Runtime;

namespace ILGPU.Compiler;

/// <summary>Writes a kernel as a whole text.</summary>
internal static class SourcePrinter
{
    /// <summary>Writes.</summary>
    /// <param name="source">The kernel as it was written.</param>
    /// <param name="function">The kernel as it was translated.</param>
    /// <param name="dialect">The language.</param>
    public static KernelProgram Print(KernelSource source, Function function, Dialect dialect)
    {
        if (dialect != Dialect.Cuda) function.RefuseWarps();
        var language = Language.Of(dialect);
        var flow = new ControlFlow(function);
        var nodes = Structurer.Build(function, flow);
        var inlining = new Inlining(flow);
        var coalescing = new Coalescing(flow, inlining);
        var layout = new Layout(nodes, flow, inlining, coalescing);
        var names = new NameTable();
        var spaces = new Spaces(function);
        var helpers = new Helpers(language);
        var expressions = new Expressions(language, names, inlining, coalescing, spaces, helpers, new(function));
        string entry = names.Of(source, $"{source.Method.DeclaringType?.Name}_{source.Method.Name}");
        var parameters = function.Parameters.ConvertAll(each => each.Flat with { Name = names.Of(each, each.Flat.Name) });
        if (dialect == Dialect.OpenCL && function.UsesDynamicSharedMemory)
            parameters.Add(new(names.Of(function, "dynamicShared"), FlatParameterKind.DynamicSharedMemory, NumberType.UInt8, 0, []));

        var body = new CodeWriter();
        body.Open();
        Memory(body, function, language, expressions, names.Of(function, "dynamicShared"));
        var statements = new Statements(language, expressions, names, inlining, coalescing, layout, spaces, body);
        statements.Early();
        statements.Write(nodes);
        body.Close();

        var text = new CodeWriter();
        text.Line($"// {source.Method.DeclaringType?.FullName}.{source.Method.Name}");
        foreach (string line in language.Head(Types(function), helpers.HasLongAtomics)) text.Line(line);
        var functions = function.CudaFunctions.Select(each => CudaFunctionText.Of(each.Key, each.Value, language));
        foreach (string helper in helpers.Functions.Concat(functions))
        {
            text.Line(string.Empty);
            text.Line(helper);
        }

        text.Line(string.Empty);
        text.Line($"{language.Kernel(source.Method.GetCustomAttribute<LaunchBoundsAttribute>())} {entry}(");
        for (int i = 0; i < parameters.Count; i++)
            text.Line($"    {Declare(parameters[i], language)}{(i + 1 < parameters.Count ? "," : ")")}");
        return new(text.ToString() + body, entry, parameters, function.UsesDynamicSharedMemory, function.UsesBarriers);
    }

    private static string Declare(FlatParameter parameter, Language language) => parameter.Kind switch
    {
        FlatParameterKind.ViewBuffer => $"{language.Pointer(parameter.Type, AddressSpace.Global)} {parameter.Name}",
        FlatParameterKind.DynamicSharedMemory => $"{language.Pointer(parameter.Type, AddressSpace.Shared)} {parameter.Name}",
        _ => $"{language.Stored(parameter.Type)} {parameter.Name}",
    };

    private static void Memory(CodeWriter body, Function function, Language language, Expressions expressions, string dynamicName)
    {
        bool isCuda = language is CudaLanguage;
        if (isCuda && function.UsesDynamicSharedMemory) body.Line($"extern __shared__ __align__(16) unsigned char {dynamicName}[];");
        foreach (var memory in function.Allocations)
        {
            string name = expressions.Name(memory);
            var number = memory.Type.Number;
            string pointer = language.Pointer(number, AddressSpace.Shared);
            body.Line(memory.Count == 0
                ? $"{pointer} const {name} = ({pointer}){dynamicName};"
                : $"{language.Memory(memory.Space)}{language.Stored(number)} {name}[{memory.Count}];");
        }
    }

    private static HashSet<NumberType> Types(Function function)
    {
        var types = function.Parameters.Select(each => each.Type.Number).ToHashSet();
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                types.Add(instruction.Type.Number);
                types.UnionWith(instruction.Operands.Select(each => each.Type.Number));
            }
        }

        return types;
    }
}
