namespace GpuJazz.Kernels.Reference;

/// <summary>Multiply-adds, in a plain loop; see <see cref="Kernels.MultiplyAdds"/>.</summary>
public static class MultiplyAdds
{
    /// <summary>Runs one launch.</summary>
    /// <param name="values">y, read and written.</param>
    /// <param name="factor">a.</param>
    /// <param name="term">b.</param>
    /// <param name="rounds">n.</param>
    public static void Run(Span<double> values, double factor, double term, int rounds)
    {
        foreach (ref var value in values)
        {
            var sum = 0.0;
            for (var k = 0; k < Kernels.MultiplyAdds.Numbers; k++)
            {
                var number = value + k;
                for (var round = 0; round < rounds; round++) number = number * factor + term;
                sum += number;
            }

            value = sum;
        }
    }
}
