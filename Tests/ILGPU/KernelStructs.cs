using ILGPU;

namespace GpuJazz.Tests.ILGPU;

// Public, as the package builds the argument list of a kernel in an assembly of its own.

/// <summary>A kernel parameter of two numbers.</summary>
public struct Pair
{
    public int First { get; set; }

    public int Second { get; set; }
}

/// <summary>A kernel parameter with a view.</summary>
public struct Inner
{
    public ArrayView<float> Input { get; set; }

    public float Scale { get; set; }
}

/// <summary>A kernel parameter with a view, and with another inside a struct.</summary>
public struct Buffers
{
    public Inner Inner { get; set; }

    public ArrayView<float> Output { get; set; }
}
