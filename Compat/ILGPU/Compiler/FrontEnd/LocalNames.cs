using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ILGPU.Compiler;

/// <summary>The names of locals, from the portable symbols beside an assembly; none where there are no symbols.</summary>
internal static class LocalNames
{
    private static readonly ConcurrentDictionary<Assembly, MetadataReaderProvider?> Symbols = [];

    /// <summary>The names by the number of the local.</summary>
    public static Dictionary<int, string> Of(MethodBase method)
    {
        var names = new Dictionary<int, string>();
        if (Symbols.GetOrAdd(method.Module.Assembly, Open) is not { } provider) return names;
        var reader = provider.GetMetadataReader();
        var handle = ((MethodDefinitionHandle)MetadataTokens.EntityHandle(method.MetadataToken)).ToDebugInformationHandle();
        foreach (var scope in reader.GetLocalScopes(handle))
        {
            foreach (var each in reader.GetLocalScope(scope).GetLocalVariables())
            {
                var local = reader.GetLocalVariable(each);
                names.TryAdd(local.Index, reader.GetString(local.Name));
            }
        }

        return names;
    }

    private static MetadataReaderProvider? Open(Assembly assembly)
    {
        string path = assembly.Location.Length == 0 ? string.Empty : Path.ChangeExtension(assembly.Location, ".pdb");
        if (!File.Exists(path)) return null;
        try
        {
            var provider = MetadataReaderProvider.FromPortablePdbImage([.. File.ReadAllBytes(path)]);
            _ = provider.GetMetadataReader();
            return provider;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            // Names are a comfort: without them the text is the same but for names.
            return null;
        }
    }
}
