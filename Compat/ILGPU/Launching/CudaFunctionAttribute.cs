namespace GpuJazz.Launching;

/// <summary>
/// On a static method of numbers and views that kernels call: through CUDA a function in CUDA C stands for it, for what C# has no words for.
/// Everywhere else, and with a compiler that does not know this attribute, the method's own body runs; it must come to the same.
/// </summary>
/// <param name="body">
/// What stands between the function's braces. Parameters have their names and types of C#; a view is a pointer to its first element. It need
/// not be the work of one work-item: the function is called wherever the method is, by all work-items that come there.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CudaFunctionAttribute(string body) : Attribute
{
    /// <summary>What stands between the function's braces.</summary>
    public string Body { get; } = body;
}
