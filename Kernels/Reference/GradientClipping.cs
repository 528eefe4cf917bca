namespace GpuJazz.Kernels.Reference;

/// <summary>A gradient that is too long, shortened, in plain loops; see <see cref="Kernels.GradientClipping"/>.</summary>
public static class GradientClipping
{
    /// <summary>Runs one scaling.</summary>
    /// <param name="gradients">g [P], read and written.</param>
    /// <param name="limit">c, above 0.</param>
    public static void Run(Span<double> gradients, double limit)
    {
        var square = 0.0;
        foreach (var gradient in gradients) square += gradient * gradient;
        foreach (ref var gradient in gradients) gradient *= limit / Math.Max(limit, Math.Sqrt(square));
    }
}
