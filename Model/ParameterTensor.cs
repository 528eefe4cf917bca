namespace GpuJazz.Model;

/// <summary>One named slice of the flat parameter buffer; its gradient and Adam's moments lie at the same place in theirs.</summary>
/// <param name="Name">The name it has in files, such as <c>lstm.kernel</c>.</param>
/// <param name="Shape">Its lengths, outermost first; row-major.</param>
/// <param name="Offset">The index of its first element in the flat buffer.</param>
public sealed record ParameterTensor(string Name, IReadOnlyList<int> Shape, int Offset)
{
    /// <summary>The number of its elements: the product of its shape.</summary>
    public int Length { get; } = Shape.Aggregate(1, (product, length) => checked(product * length));

    /// <summary>The index after its last element in the flat buffer.</summary>
    public int End => Offset + Length;

    /// <summary>Its part of a flat buffer.</summary>
    /// <param name="flat">Parameters, gradients or moments, all [<see cref="ModelShape.ParameterCount"/>].</param>
    /// <returns>The slice, [<see cref="Length"/>], sharing the buffer's memory.</returns>
    public Span<float> In(float[] flat) => flat.AsSpan(Offset, Length);
}
