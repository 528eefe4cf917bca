using System.Diagnostics.CodeAnalysis;

namespace ILGPU.Compiler;

/// <summary>What can't be compiled, before it is known where it stands.</summary>
/// <param name="message">What it is, and what to write instead: "a string. Kernels have no objects."</param>
[SuppressMessage("Design", "CA1064", Justification = "It never leaves the compiler, which makes a KernelCompilationException of it.")]
internal sealed class UnsupportedException(string message) : Exception(message);
