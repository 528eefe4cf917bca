using System.Runtime.InteropServices;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Finds the ICD loader: the library that knows the machine's OpenCL drivers.</summary>
internal static class CLLibrary
{
    private static readonly Lazy<(CLFunctions? Functions, string? Reason)> Loaded = new(Load);

    /// <summary>Its functions; null where the library is missing.</summary>
    public static CLFunctions? Functions => Loaded.Value.Functions;

    /// <summary>Why there are no functions; null where there are.</summary>
    public static string? Reason => Loaded.Value.Reason;

    private static string[] Names =>
        OperatingSystem.IsWindows() ? ["OpenCL.dll"]
        : OperatingSystem.IsMacOS() ? ["/System/Library/Frameworks/OpenCL.framework/OpenCL"]
        : ["libOpenCL.so.1", "libOpenCL.so"];

    private static (CLFunctions? Functions, string? Reason) Load()
    {
        foreach (string name in Names)
        {
            if (!NativeLibrary.TryLoad(name, out var library)) continue;
            return CLFunctions.TryLoad(library, out string missing) is { } functions
                ? (functions, null)
                : (null, $"{name} has no {missing}: it is older than OpenCL 1.2");
        }

        return (null, $"{Names[0]} is not installed");
    }
}
