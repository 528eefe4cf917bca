namespace GpuJazz.Model;

/// <summary>A tensor as it lies in a file.</summary>
/// <param name="Name">Its name, unlike the others in the file.</param>
/// <param name="Shape">Its lengths, outermost first; none is negative.</param>
/// <param name="Values">Its elements, row-major, as many as the product of its shape.</param>
public sealed record NamedTensor(string Name, IReadOnlyList<int> Shape, ReadOnlyMemory<float> Values);
