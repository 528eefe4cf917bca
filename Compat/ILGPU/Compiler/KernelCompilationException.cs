namespace ILGPU.Compiler;

/// <summary>A kernel has something that can't be compiled; the message says where, why, and what to write instead.</summary>
/// <param name="message">The message.</param>
public sealed class KernelCompilationException(string message) : NotSupportedException(message)
{
    /// <summary>Whether the kernel is wrong wherever it runs, rather than beyond what the compiler knows.</summary>
    internal bool IsDefect { get; init; }
}
