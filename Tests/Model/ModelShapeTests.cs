using GpuJazz.Kernels;
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
    public void Further_layers_stand_between_the_first_and_the_dense_layer()
    {
        var shape = new ModelShape(3, 5, 3);

        Assert.Equal(
            [
                "lstm.kernel", "lstm.recurrent_kernel", "lstm.bias", "lstm_1.kernel", "lstm_1.recurrent_kernel", "lstm_1.bias",
                "lstm_2.kernel", "lstm_2.recurrent_kernel", "lstm_2.bias", "dense.kernel", "dense.bias",
            ],
            shape.Tensors.Select(tensor => tensor.Name));
        Assert.Equal([3, 12], shape.Lstm[2].Kernel.Shape);
        Assert.Equal([0, 60, 96, 108, 144, 180, 192, 228, 264, 276, 291], shape.Tensors.Select(tensor => tensor.Offset));
        Assert.Equal(shape.ParameterCount, shape.DenseBias.End);
        Assert.Equal(shape.ParameterCount, ParameterViews.Count(3, 5, 3));
        Assert.NotEqual(shape, new ModelShape(3, 5));
    }

    [Fact]
    public void A_tensor_is_a_window_on_the_flat_buffer()
    {
        var shape = new ModelShape(2, 3);
        var flat = new float[shape.ParameterCount];

        shape.Lstm[0].Bias.In(flat).Fill(7);

        Assert.Equal(8, flat.Count(value => value == 7));
        Assert.Equal(7, flat[shape.Lstm[0].Bias.Offset]);
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

    [Theory]
    [InlineData(64, 0, "--layers 0")]
    [InlineData(64, 65, "--layers 65")]
    [InlineData(8192, 4, "lower --hidden or --layers")]
    public void Impossible_layers_are_refused_in_a_line(int hidden, int layers, string expected) =>
        Assert.Contains(expected, Assert.Throws<ModelException>(() => new ModelShape(hidden, 78, layers)).Message, StringComparison.Ordinal);

    [Fact]
    public void Shapes_of_the_same_sizes_are_equal()
    {
        Assert.Equal(new ModelShape(64, 78), new ModelShape(64, 78));
        Assert.NotEqual(new ModelShape(64, 78), new ModelShape(64, 90));
    }
}
