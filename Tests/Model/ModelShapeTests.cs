using GpuJazz.Model;

namespace GpuJazz.Tests.Model;

public sealed class ModelShapeTests
{
    [Theory]
    [InlineData(64, 78, 41_678)]
    [InlineData(64, 90, 45_530)]
    [InlineData(1, 1, 14)]
    public void Counts_the_published_parameters(int hidden, int vocabulary, int expected)
    {
        Assert.Equal(expected, new ModelShape(hidden, vocabulary).ParameterCount);
    }

    [Fact]
    public void Tensors_cover_the_flat_buffer_in_order_without_gaps()
    {
        var shape = new ModelShape(3, 5);

        Assert.Equal(["lstm.kernel", "lstm.recurrent_kernel", "lstm.bias", "dense.kernel", "dense.bias"], shape.Tensors.Select(tensor => tensor.Name));
        Assert.Equal([[5, 12], [3, 12], [12], [3, 5], [5]], shape.Tensors.Select(tensor => tensor.Shape));
        Assert.Equal([0, 60, 96, 108, 123], shape.Tensors.Select(tensor => tensor.Offset));
        Assert.Equal(shape.ParameterCount, shape.DenseBias.End);
    }

    [Fact]
    public void A_tensor_is_a_window_on_the_flat_buffer()
    {
        var shape = new ModelShape(2, 3);
        var flat = new float[shape.ParameterCount];

        shape.LstmBias.In(flat).Fill(7);

        Assert.Equal(8, flat.Count(value => value == 7));
        Assert.Equal(7, flat[shape.LstmBias.Offset]);
    }

    [Theory]
    [InlineData(0, 78, "--hidden 0")]
    [InlineData(-5, 78, "--hidden -5")]
    [InlineData(64, 0, "vocabulary is empty")]
    [InlineData(11_585, 78, "lower --hidden")]
    [InlineData(int.MaxValue, int.MaxValue, "lower --hidden")]
    public void Impossible_sizes_are_refused_in_a_line(int hidden, int vocabulary, string expected)
    {
        var error = Assert.Throws<ModelException>(() => new ModelShape(hidden, vocabulary));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Shapes_of_the_same_sizes_are_equal()
    {
        Assert.Equal(new ModelShape(64, 78), new ModelShape(64, 78));
        Assert.NotEqual(new ModelShape(64, 78), new ModelShape(64, 90));
    }
}
