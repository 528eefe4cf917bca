using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class InitializersTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(63, 5)]
    [InlineData(64, 78)]
    public void Recurrent_kernel_has_orthonormal_rows(int hidden, int vocabulary)
    {
        var shape = new ModelShape(hidden, vocabulary);
        var kernel = shape.Lstm[0].RecurrentKernel.In(Initializers.Create(shape, 3)).ToArray();

        for (var a = 0; a < hidden; a++)
        {
            for (var b = 0; b < hidden; b++)
            {
                var product = 0.0;
                for (var column = 0; column < 4 * hidden; column++)
                    product += (double)kernel[(a * 4 * hidden) + column] * kernel[(b * 4 * hidden) + column];
                Assert.Equal(a == b ? 1 : 0, product, 1e-6);
            }
        }
    }

    /// <summary>Without the sign fix the first row's projections on fixed directions would keep one sign.</summary>
    [Fact]
    public void Recurrent_kernel_points_everywhere()
    {
        var shape = new ModelShape(4, 2);
        var firsts = Enumerable.Range(0, 400).Select(seed => shape.Lstm[0].RecurrentKernel.In(Initializers.Create(shape, seed))[0]).ToArray();

        Assert.InRange(firsts.Count(value => value > 0), 160, 240);
        Assert.Equal(1.0 / 16, firsts.Average(value => value * value), 0.015);
    }

    [Fact]
    public void Kernels_are_uniform_within_the_bounds_of_Glorot()
    {
        var shape = new ModelShape(64, 78);
        var parameters = Initializers.Create(shape, 0);

        AssertUniform(shape.Lstm[0].Kernel.In(parameters), Math.Sqrt(6.0 / (78 + 256)));
        AssertUniform(shape.DenseKernel.In(parameters), Math.Sqrt(6.0 / (64 + 78)));
    }

    [Fact]
    public void Biases_are_zero_but_for_the_forget_gate()
    {
        var shape = new ModelShape(2, 3);
        var parameters = Initializers.Create(shape, 0);

        Assert.Equal([0, 0, 1, 1, 0, 0, 0, 0], shape.Lstm[0].Bias.In(parameters).ToArray());
        Assert.Equal([0, 0, 0], shape.DenseBias.In(parameters).ToArray());
    }

    [Fact]
    public void The_same_seed_gives_the_same_parameters_and_another_others()
    {
        var shape = new ModelShape(5, 7);

        Assert.Equal(Initializers.Create(shape, 8), Initializers.Create(shape, 8));
        Assert.NotEqual(Initializers.Create(shape, 8), Initializers.Create(shape, 9));
    }

    [Fact]
    public void A_tensor_does_not_depend_on_the_others()
    {
        var (small, large) = (new ModelShape(6, 5), new ModelShape(6, 9));

        Assert.Equal(
            small.Lstm[0].RecurrentKernel.In(Initializers.Create(small, 1)).ToArray(),
            large.Lstm[0].RecurrentKernel.In(Initializers.Create(large, 1)).ToArray());
    }

    private static void AssertUniform(ReadOnlySpan<float> values, double limit)
    {
        var numbers = values.ToArray();
        Assert.InRange(numbers.Max(), 0.99 * limit, limit * 1.000001);
        Assert.InRange(numbers.Min(), -limit * 1.000001, -0.99 * limit);
        Assert.Equal(0, numbers.Average(), 0.03 * limit);
        Assert.Equal(limit * limit / 3, numbers.Average(value => (double)value * value), 0.03 * limit * limit / 3);
    }
}
