using GpuJazz.Kernels;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>Products by tiles against the plain loops: each form and precision, tiles that are cut off, and more k than one part takes.</summary>
public sealed class MatrixProductTests
{
    private const int Seed = 20164;

    // Rows, columns, depth; a depth of 1200 with few tiles is summed in parts.
    private static readonly (int M, int N, int K)[] Sizes = [(1, 1, 1), (1, 257, 63), (61, 129, 17), (97, 66, 65), (6, 64, 1200), (130, 128, 0)];

    private static readonly (int M, int N, int K)[] AlignedSizes =
        [(128, 256, 96), (129, 256, 64), (128, 262, 64), (128, 128, 35), (191, 130, 37), (64, 256, 1030), (1, 260, 33), (66, 1, 34)];

    private static readonly ProductForm[] Forms =
    [
        new(ProductOptions.None, Precision.Fp32),
        new(ProductOptions.LeftIsTransposed | ProductOptions.Accumulates, Precision.Fp32),
        new(ProductOptions.LeftIsTransposed, Precision.Bf16),
        new(ProductOptions.AddsBias | ProductOptions.Accumulates, Precision.Tf32),
    ];

    public static TheoryData<string, int, int, int> Shapes()
    {
        var data = new TheoryData<string, int, int, int>();
        foreach (var device in TestDevices.Names)
            foreach (var (m, n, k) in Sizes) data.Add(device, m, n, k);
        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Each_form_is_the_references(string device, int m, int n, int k)
    {
        var accelerator = TestDevices.Open(device);
        foreach (var (form, usesTensors) in Forms.SelectMany(each => new[] { (each, false), (each, true) }))
        {
            var product = new MatrixProduct(accelerator, usesTensors);

            // Rows of A, B and C that lie further apart than they are long.
            using var bench = new Workbench(accelerator, Seed);
            var left = form.Has(ProductOptions.LeftIsTransposed) ? m + 3 : k + 3;
            var shape = new MatrixProductShape(m, n, k, left, n + 1, n + 2);
            var (a, b) = (bench.Numbers(Math.Max(m, k) * (Math.Max(m, k) + 3)), bench.Numbers((k + 1) * (n + 1)));
            var (bias, c) = (bench.Numbers(n), bench.Numbers(m * (n + 2)));
            var output = bench.Output(c.Length);
            output.CopyFromCPU(Array.ConvertAll(c, value => (float)value));
            product.Run(new(bench.Upload(a), bench.Upload(b), bench.Upload(bias), output.View), shape, form);
            Reference.MatrixProduct.Run(a, b, bias, c, shape, form);
            Assert.InRange(Workbench.Error(output, c), 0, Grid.OneOperation);
        }
    }

    /// <summary>Rows that begin at multiples of 16 bytes, which are copied and written four numbers at a time.</summary>
    [Theory]
    [MemberData(nameof(AlignedShapes))]
    public void So_is_each_form_of_aligned_rows(string device, int m, int n, int k, ProductOptions options, Precision precision)
    {
        // C has a margin of numbers that no product may touch.
        var accelerator = TestDevices.Open(device);
        var form = new ProductForm(options, precision);
        using var bench = new Workbench(accelerator, Seed);
        var (rows, columns) = form.Has(ProductOptions.LeftIsTransposed) ? (k, m) : (m, k);
        var shape = new MatrixProductShape(m, n, k, Aligned(columns), Aligned(n), Aligned(n) + 4);
        var (a, b) = (bench.Numbers(rows * shape.LeftStride), bench.Numbers(k * shape.RightStride));
        var (bias, c) = (bench.Numbers(n), bench.Numbers(m * shape.ProductStride));
        var output = bench.Output(c.Length);
        output.CopyFromCPU(Array.ConvertAll(c, value => (float)value));
        new MatrixProduct(accelerator, usesTensors: true).Run(
            new(bench.Upload(a), bench.Upload(b), bench.Upload(bias), output.View), shape, form);
        Reference.MatrixProduct.Run(a, b, bias, c, shape, form);
        Assert.InRange(Workbench.Error(output, c), 0, Grid.OneOperation);
    }

    // Whole tiles; an edge below, to the right, in depth, in all; parts; one row and one column.
    public static TheoryData<string, int, int, int, ProductOptions, Precision> AlignedShapes()
    {
        const ProductOptions All = ProductOptions.LeftIsTransposed | ProductOptions.AddsBias | ProductOptions.Accumulates;
        var data = new TheoryData<string, int, int, int, ProductOptions, Precision>();
        foreach (var device in TestDevices.Names)
            foreach (var precision in Enum.GetValues<Precision>())
                foreach (var (m, n, k) in AlignedSizes)
                    foreach (var options in new[] { ProductOptions.None, All }) data.Add(device, m, n, k, options, precision);
        return data;
    }

    private static int Aligned(int length) => ((length - 1) / 4 * 4) + 4;

    [Theory]
    [InlineData(1.00048828125f, 1.0009765625f, 1f)] // Halfway between two numbers of TF32: away from zero.
    [InlineData(-1.00048828125f, -1.0009765625f, -1f)]
    [InlineData(1.00390625f, 1.00390625f, 1f)] // Halfway between two of bfloat16: to even, and of TF32 itself.
    [InlineData(1.01171875f, 1.01171875f, 1.015625f)]
    [InlineData(3.4e38f, 3.3995006e38f, float.PositiveInfinity)]
    [InlineData(0f, 0f, 0f)]
    public void Factors_are_rounded_to_the_nearest(float value, float tf32, float bf16)
    {
        Assert.Equal(value, Rounding.Of(value, Precision.Fp32));
        Assert.Equal(tf32, Rounding.Of(value, Precision.Tf32));
        Assert.Equal(bf16, Rounding.Of(value, Precision.Bf16));
    }
}
