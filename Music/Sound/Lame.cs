using System.Runtime.InteropServices;

namespace GpuJazz.Music;

/// <summary>LAME, the MP3 encoder: a shared library that is used when the machine has it.</summary>
public static class Lame
{
    private static readonly Lazy<nint> Handle = new(() => Find(Names));

    /// <summary>Whether the library is on this machine.</summary>
    public static bool IsInstalled => Handle.Value != 0;

    /// <summary>How to install it on this machine, in one line.</summary>
    public static string HowToInstall =>
        OperatingSystem.IsWindows() ? "put libmp3lame.dll (64 bits, LAME 3.100) beside the program or in a folder on PATH"
        : OperatingSystem.IsMacOS() ? "run: brew install lame"
        : "run: apt-get install libmp3lame0 (Debian, Ubuntu), dnf install lame-libs (Fedora) or pacman -S lame (Arch)";

    private static IEnumerable<string> Names =>
        OperatingSystem.IsWindows() ? ["libmp3lame.dll", "libmp3lame-0.dll"]
        : OperatingSystem.IsMacOS() ? ["libmp3lame.dylib", "/opt/homebrew/lib/libmp3lame.dylib", "/usr/local/lib/libmp3lame.dylib"]
        : ["libmp3lame.so.0", "libmp3lame.so"];

    /// <summary>Makes sure that the library can be called.</summary>
    /// <exception cref="MusicException">It is not installed; the line says how to install it.</exception>
    internal static void Require() => Require(Handle.Value);

    /// <summary>Refuses a library that was not found.</summary>
    /// <param name="library">What <see cref="Find"/> gave.</param>
    internal static void Require(nint library)
    {
        if (library == 0) throw new MusicException($"MP3 needs the LAME library, which was not found; {HowToInstall}");
    }

    /// <summary>Loads the first library of some names that is there, and lets <see cref="LameEncoder"/> call it.</summary>
    /// <param name="names">Names or paths.</param>
    /// <returns>Its handle, or 0.</returns>
    internal static nint Find(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!NativeLibrary.TryLoad(name, typeof(Lame).Assembly, null, out var handle)) continue;
            NativeLibrary.SetDllImportResolver(
                typeof(Lame).Assembly, (library, _, _) => library == LameEncoder.Library ? handle : 0);
            return handle;
        }

        return 0;
    }
}
