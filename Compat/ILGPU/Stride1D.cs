namespace ILGPU;

/// <summary>How the elements of a one-dimensional view lie in memory.</summary>
public interface IStride1D
{
    /// <summary>The distance between neighbours in elements.</summary>
    int XStride { get; }
}

/// <summary>The strides of one-dimensional views.</summary>
public static class Stride1D
{
    /// <summary>Neighbours are adjacent.</summary>
    public readonly struct Dense : IStride1D
    {
        /// <summary>One.</summary>
        public int XStride => 1;
    }
}
