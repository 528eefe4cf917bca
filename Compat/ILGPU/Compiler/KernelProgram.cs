namespace ILGPU.Compiler;

/// <summary>A kernel as text for a back end that compiles C.</summary>
/// <param name="Source">The whole text.</param>
/// <param name="EntryPoint">The name of the kernel in it.</param>
/// <param name="Parameters">The parameters of the kernel, in order.</param>
/// <param name="UsesDynamicSharedMemory">The launch gives memory of the group: in OpenCL C as a last parameter.</param>
/// <param name="UsesBarriers">Work-items of a group wait for each other.</param>
internal sealed record KernelProgram(
    string Source, string EntryPoint, IReadOnlyList<FlatParameter> Parameters, bool UsesDynamicSharedMemory, bool UsesBarriers);
