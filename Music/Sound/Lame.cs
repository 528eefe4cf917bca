namespace GpuJazz.Music;

/// <summary>LAME, the MP3 encoder: a shared library that is used when the machine has it.</summary>
public static class Lame
{
    private static readonly SharedLibrary Shared = new(LameEncoder.Library, Names);

    /// <summary>Whether the library is on this machine.</summary>
    public static bool IsInstalled => Shared.IsInstalled;

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
    internal static void Require() => Require(Shared);

    /// <summary>Refuses a library that was not found.</summary>
    internal static void Require(SharedLibrary library)
    {
        if (!library.IsInstalled) throw new MusicException($"MP3 needs the LAME library, which was not found; {HowToInstall}");
    }
}
