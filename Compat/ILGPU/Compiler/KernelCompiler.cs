using ILGPU.Runtime;

namespace ILGPU.Compiler;

/// <summary>Compiles kernels from their IL to text.</summary>
internal static class KernelCompiler
{
    /// <summary>Compiles a kernel.</summary>
    /// <param name="source">The kernel as it was written.</param>
    /// <param name="specializedValues">The numbers of its specialised parameters, depth-first in the order of fields.</param>
    /// <param name="dialect">The language of the text.</param>
    /// <exception cref="KernelCompilationException">The kernel has something that can't be compiled.</exception>
    public static KernelProgram Compile(KernelSource source, IReadOnlyList<object> specializedValues, Dialect dialect)
    {
        var function = KernelTranslator.Translate(source, specializedValues);
        Cleanup.Run(function);
        return SourcePrinter.Print(source, function, dialect);
    }
}
