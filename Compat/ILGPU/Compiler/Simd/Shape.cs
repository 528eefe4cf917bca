namespace ILGPU.Compiler.Simd;

/// <summary>How a value differs among the work-items of a group.</summary>
internal enum ShapeKind
{
    /// <summary>It is the same for all.</summary>
    Uniform,

    /// <summary>It is the same for all whose indices differ in X alone.</summary>
    Row,

    /// <summary>It grows by a constant from one work-item to the next along X.</summary>
    Affine,

    /// <summary>It may be anything.</summary>
    Varying,
}

/// <summary>The shape of a value: what decides whether it is kept once or once a lane.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Stride">Affine: by how much it grows along X.</param>
internal readonly record struct Shape(ShapeKind Kind, long Stride = 0)
{
    public static readonly Shape Uniform = new(ShapeKind.Uniform);
    public static readonly Shape Row = new(ShapeKind.Row);
    public static readonly Shape Varying = new(ShapeKind.Varying);

    /// <summary>Whether one number stands for all lanes of a chunk: the value itself, or of affine values that of the first lane.</summary>
    public bool IsScalar => Kind != ShapeKind.Varying;

    /// <summary>Whether all lanes of a chunk have the same value.</summary>
    public bool IsSame => Kind <= ShapeKind.Row;

    public static Shape Affine(long stride) => stride == 0 ? Row : new(ShapeKind.Affine, stride);

    /// <summary>The shape of a value that is one or the other, the same one for all lanes.</summary>
    public static Shape Either(Shape first, Shape second)
    {
        if (first == second) return first;
        return first.IsSame && second.IsSame ? Row : Varying;
    }

    /// <summary>The shape of a sum.</summary>
    public static Shape Sum(Shape first, Shape second, int sign)
    {
        if (first.Kind == ShapeKind.Varying || second.Kind == ShapeKind.Varying) return Varying;
        if (first == Uniform && second == Uniform) return Uniform;
        return Affine(first.Stride + (sign * second.Stride));
    }

    /// <summary>The shape of a product with a constant.</summary>
    public Shape Times(long factor) => Kind == ShapeKind.Affine ? Affine(Stride * factor) : this;

    public override string ToString() => Kind switch
    {
        ShapeKind.Uniform => "uniform",
        ShapeKind.Row => "row",
        ShapeKind.Affine => Stride == 1 ? "lane" : $"{Stride}*lane",
        _ => "varying",
    };
}
