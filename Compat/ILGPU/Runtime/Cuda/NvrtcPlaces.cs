namespace ILGPU.Runtime.Cuda;

/// <summary>Where NVRTC, the compiler of CUDA C, may be: a toolkit's folders, and those of a Python environment's packages.</summary>
/// <param name="environment">Gives the environment's variables.</param>
internal sealed class NvrtcPlaces(Func<string, string?> environment)
{
    // Newest first: a folder for which a name is plain is where the system looks by itself (LD_LIBRARY_PATH, PATH).
    private static readonly string[] Names = OperatingSystem.IsWindows()
        ? ["nvrtc64_130_0.dll", "nvrtc64_120_0.dll", "nvrtc64_112_0.dll"]
        : ["libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so.11.2"];

    /// <summary>A list of its own instead of what is searched, for tests.</summary>
    public IReadOnlyList<string>? Fixed { get; init; }

    /// <summary>The places of this machine.</summary>
    public static NvrtcPlaces OfThisMachine() => new(Environment.GetEnvironmentVariable);

    /// <summary>What to try, in order: plain names, then files that are there.</summary>
    public IEnumerable<string> Candidates() => Fixed ?? Names.Concat(Folders().Distinct().SelectMany(InFolder));

    /// <summary>What is said where nothing was found: what was looked for and what to install, a clause without a full stop.</summary>
    public static string NothingFound(CudaDriverVersion driver)
    {
        string package = driver.Major >= 13 ? "nvidia-cuda-nvrtc" : $"nvidia-cuda-nvrtc-cu{driver.Major}";
        return $"the driver is there, but not NVRTC, the compiler of CUDA C: {string.Join(", ", Names)} are neither on "
            + $"{(OperatingSystem.IsWindows() ? "PATH" : "LD_LIBRARY_PATH")}, nor under CUDA_PATH or the CUDA toolkit's folder, "
            + $"nor among Python's packages; `pip install {package}` or install the CUDA toolkit {driver.Major}";
    }

    private static IEnumerable<string> InFolder(string folder) =>
        Names.Select(name => Path.Combine(folder, name)).Where(File.Exists);

    private IEnumerable<string> Folders()
    {
        foreach (string variable in (string[])["CUDA_PATH", "CUDA_HOME"])
            if (environment(variable) is { Length: > 0 } toolkit)
                foreach (string folder in OfToolkit(toolkit)) yield return folder;
        if (!OperatingSystem.IsWindows())
        {
            foreach (string toolkit in Matching("/usr/local", "cuda*").Append("/opt/cuda"))
                foreach (string folder in OfToolkit(toolkit)) yield return folder;
        }

        foreach (string prefix in PythonPrefixes())
            foreach (string folder in OfPython(prefix)) yield return folder;
    }

    private static IEnumerable<string> OfToolkit(string toolkit) => OperatingSystem.IsWindows()
        ? [Path.Combine(toolkit, "bin"), Path.Combine(toolkit, "bin", "x64")]
        :
        [
            Path.Combine(toolkit, "lib64"),
            Path.Combine(toolkit, "lib"),
            .. Matching(Path.Combine(toolkit, "targets"), "*-linux").Select(each => Path.Combine(each, "lib")),
        ];

    // NVIDIA's packages lie in site-packages/nvidia: cuda_nvrtc/lib up to CUDA 12, cu13/lib from then on.
    private static IEnumerable<string> OfPython(string prefix)
    {
        IEnumerable<string> libraries = OperatingSystem.IsWindows()
            ? [Path.Combine(prefix, "Lib")]
            : [.. Matching(Path.Combine(prefix, "lib"), "python3*"), .. Matching(Path.Combine(prefix, "local", "lib"), "python3*")];
        foreach (string library in libraries)
        {
            foreach (string packages in (string[])["site-packages", "dist-packages"])
            {
                foreach (string package in Matching(Path.Combine(library, packages, "nvidia"), "*"))
                {
                    yield return Path.Combine(package, OperatingSystem.IsWindows() ? "bin" : "lib");
                    if (OperatingSystem.IsWindows()) yield return Path.Combine(package, "bin", "x86_64");
                }
            }
        }
    }

    private IEnumerable<string> PythonPrefixes()
    {
        foreach (string variable in (string[])["VIRTUAL_ENV", "CONDA_PREFIX"])
            if (environment(variable) is { Length: > 0 } chosen) yield return chosen;
        string file = OperatingSystem.IsWindows() ? "python.exe" : "python3";
        foreach (string folder in (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            string python = Path.Combine(folder, file);
            if (!File.Exists(python)) continue;

            // An environment's python3 links to the one it was made with.
            yield return PrefixOf(python);
            if (Target(python) is { } target) yield return PrefixOf(target);
            break;
        }

        if (environment("HOME") is { Length: > 0 } home) yield return Path.Combine(home, ".local");
    }

    private static string PrefixOf(string python)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(python))!;
        return OperatingSystem.IsWindows() ? folder : Path.GetDirectoryName(folder) ?? folder;
    }

    private static string? Target(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Matching(string folder, string pattern)
    {
        try
        {
            // Names with higher versions first.
            return Directory.Exists(folder) ? Directory.GetDirectories(folder, pattern).OrderDescending(StringComparer.Ordinal) : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
