using ILGPU.Compiler.Simd;
using ILGPU.Runtime;

namespace ILGPU.Compiler;

/// <summary>Compiles kernels from their IL.</summary>
internal static class KernelCompiler
{
    /// <summary>Compiles a kernel to text.</summary>
    /// <param name="source">The kernel as it was written.</param>
    /// <param name="specializedValues">The numbers of its specialised parameters, depth-first in the order of fields.</param>
    /// <param name="dialect">The language of the text.</param>
    /// <param name="options">What the text may do otherwise.</param>
    /// <exception cref="KernelCompilationException">The kernel has something that can't be compiled.</exception>
    public static KernelProgram Compile(
        KernelSource source, IReadOnlyList<object> specializedValues, Dialect dialect, KernelOptions options)
    {
        var function = Lower(source, specializedValues, options, dialect == Dialect.Cuda);
        BarrierCheck.Run(function);
        return SourcePrinter.Print(source, function, dialect);
    }

    /// <summary>Compiles a kernel to text as a context wants it, which is also written where the context says so.</summary>
    /// <param name="source">The kernel as it was written.</param>
    /// <param name="specializedValues">The numbers of its specialised parameters, depth-first in the order of fields.</param>
    /// <param name="dialect">The language of the text.</param>
    /// <param name="context">The context.</param>
    /// <exception cref="KernelCompilationException">The kernel has something that can't be compiled.</exception>
    public static KernelProgram Compile(KernelSource source, IReadOnlyList<object> specializedValues, Dialect dialect, Context context)
    {
        var program = Compile(source, specializedValues, dialect, context.KernelOptions);
        var (variant, extension) = dialect == Dialect.Cuda ? ("cuda", "cu") : ("opencl", "cl");
        KernelDump.Write(context.KernelDumpFolder, source.Name, variant, extension, () => program.Source);
        return program;
    }

    /// <summary>Makes a kernel the graph that every back end begins with.</summary>
    /// <param name="source">The kernel as it was written.</param>
    /// <param name="specializedValues">The numbers of its specialised parameters, depth-first in the order of fields.</param>
    /// <param name="options">What the graph may do otherwise.</param>
    /// <param name="forCuda">Whether it becomes CUDA C.</param>
    /// <exception cref="KernelCompilationException">The kernel has something that can't be compiled.</exception>
    public static Function Lower(KernelSource source, IReadOnlyList<object> specializedValues, KernelOptions options, bool forCuda = false)
    {
        var function = KernelTranslator.Translate(source, specializedValues, forCuda: forCuda);
        Improve(function, options);
        return function;
    }

    /// <summary>Runs the passes that all back ends want.</summary>
    public static void Improve(Function function, KernelOptions options)
    {
        Cleanup.Run(function);
        Unrolling.Run(function);
        LocalArrays.Run(function);
        CommonValues.Run(function);
        IfConversion.Run(function);
        if (options.FusesMultiplyAdd) Fusion.Run(function);
    }
}
