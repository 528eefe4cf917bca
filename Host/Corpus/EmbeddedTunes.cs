using System.Reflection;
using GpuJazz.Music;

namespace GpuJazz.Host.Corpus;

/// <summary>The project's own tunes, which the program carries in itself.</summary>
internal static class EmbeddedTunes
{
    private const string Prefix = "data/";

    /// <summary>All of them, in ordinal order of their names.</summary>
    public static IReadOnlyList<TuneSource> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Source),
    ];

    /// <summary>The one of that name, in any case of letters, or null.</summary>
    public static TuneSource? Find(string name) => All.FirstOrDefault(tune => tune.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static TuneSource Source(string resource)
    {
        var name = Path.GetFileNameWithoutExtension(resource[Prefix.Length..]);
        return new TuneSource(name, () =>
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
            using var text = new StreamReader(stream);
            return AbcReader.Read(text, name);
        });
    }
}
