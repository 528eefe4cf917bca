using System.Diagnostics;

namespace GpuJazz.Tests.ILGPU.Compiler;

/// <summary>The C compiler that checks printed kernels: clang, where it is installed.</summary>
internal static class Toolchain
{
    /// <summary>Why tests that need it are left out; null where it is there.</summary>
    public static string? Missing { get; } = Find();

    /// <summary>The folder of the headers that stand in for what is not there in plain C.</summary>
    public static string Headers { get; } = Path.Combine(AppContext.BaseDirectory, "ILGPU", "Compiler");

    /// <summary>Runs it; what it complains about, or nothing.</summary>
    public static string Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("clang", arguments) { RedirectStandardError = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? string.Empty : errors;
    }

    private static string? Find()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("clang", "--version") { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "clang is not installed (Debian: apt-get install clang).";
        }
    }
}

/// <summary>A test that needs clang.</summary>
internal sealed class ClangTheoryAttribute : TheoryAttribute
{
    public ClangTheoryAttribute() => Skip = Toolchain.Missing;
}

/// <summary>A test that needs clang.</summary>
internal sealed class ClangFactAttribute : FactAttribute
{
    public ClangFactAttribute() => Skip = Toolchain.Missing;
}
