using System.Reflection;

namespace ILGPU.Runtime;

/// <summary>Tells the views among a kernel's arguments their names. Checked mode only: it works by reflection.</summary>
/// <typeparam name="TArguments">The arguments.</typeparam>
internal sealed class ViewNames<TArguments>
    where TArguments : struct, IKernelArguments
{
    private readonly string _kernel;
    private readonly Node[] _nodes;

    public ViewNames(KernelSource source)
    {
        _kernel = source.Name;
        var parameters = source.Parameters;
        var nodes = new List<Node>();
        for (int i = 0; i < parameters.Length; i++) Add(nodes, typeof(TArguments).GetField($"A{i + 1}")!, parameters[i].Name!);
        _nodes = [.. nodes];
    }

    /// <summary>The arguments with their views named. A view of a disposed buffer is an error.</summary>
    public TArguments Apply(in TArguments arguments)
    {
        if (_nodes.Length == 0) return arguments;
        object boxed = arguments;
        Name(boxed, _nodes);
        return (TArguments)boxed;
    }

    private static void Add(List<Node> nodes, FieldInfo field, string path)
    {
        var type = field.FieldType;
        if (KernelTypes.IsView(type))
        {
            nodes.Add(new(field, path, null));
        }
        else if (KernelTypes.IsStruct(type))
        {
            var inner = new List<Node>();
            foreach (var each in KernelTypes.Fields(type)) Add(inner, each, $"{path}.{KernelTypes.NameOf(each)}");
            if (inner.Count > 0) nodes.Add(new(field, path, [.. inner]));
        }
    }

    private void Name(object boxed, Node[] nodes)
    {
        foreach (var node in nodes)
        {
            object value = node.Field.GetValue(boxed)!;
            if (node.Inner is null)
                value = ((ICheckedView)value).Named(_kernel, node.Path);
            else
                Name(value, node.Inner);
            node.Field.SetValue(boxed, value);
        }
    }

    /// <summary>A field that is a view, or that holds views.</summary>
    private sealed record Node(FieldInfo Field, string Path, Node[]? Inner);
}
