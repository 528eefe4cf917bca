using System.Reflection;
using System.Runtime.InteropServices;

namespace GpuJazz.Music;

/// <summary>A library of the machine's that is used when it is there.</summary>
/// <remarks>
/// Its functions are imported under a name of this program's own, which is resolved to the file that was found. An assembly has one
/// resolver for all its libraries: this is it.
/// </remarks>
internal sealed class SharedLibrary
{
    private static readonly Dictionary<string, SharedLibrary> Known = [];
    private static readonly Assembly Owner = typeof(SharedLibrary).Assembly;

    private readonly Lazy<nint> handle;

    static SharedLibrary() => NativeLibrary.SetDllImportResolver(Owner, (name, _, _) => Known.TryGetValue(name, out var library) ? library.handle.Value : 0);

    /// <summary>Makes a library known; it is looked for when it is first asked about.</summary>
    /// <param name="name">The name under which its functions are imported.</param>
    /// <param name="files">Names or paths, the first that loads is taken.</param>
    public SharedLibrary(string name, IEnumerable<string> files)
    {
        handle = new Lazy<nint>(() => files.Select(Load).FirstOrDefault(found => found != 0));
        lock (Known) Known[name] = this;
    }

    /// <summary>Whether it is on this machine.</summary>
    public bool IsInstalled => handle.Value != 0;

    private static nint Load(string file) => NativeLibrary.TryLoad(file, Owner, null, out var loaded) ? loaded : 0;
}
