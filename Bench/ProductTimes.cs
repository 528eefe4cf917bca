using System.Diagnostics;
using System.Globalization;
using GpuJazz.Kernels;
using GpuJazz.Model;
using ILGPU.Runtime;

namespace GpuJazz.Bench;

/// <summary>How fast matrix products are, each checked before it is timed. For work on these kernels.</summary>
internal sealed class ProductTimes : IDisposable
{
    // Of the sum of the products' magnitudes; one product that is left out is some thirty times as much.
    private const double Allowance = 1e-5;
    private const int Checks = 200;
    private const int Repeats = 7;
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(20);

    // A forward and a backward step of 1024 sequences and units, and a block of their weight gradient.
    private static readonly (string Size, ProductOptions Options)[] Defaults =
    [
        ("1024,4096,1024", ProductOptions.None),
        ("1024,1024,4096", ProductOptions.None),
        ("1024,4096,2048", ProductOptions.LeftIsTransposed),
    ];

    private readonly AcceleratorSession session = Accelerators.Open(AcceleratorChoice.Auto);
    private readonly MatrixProduct product;

    private ProductTimes() => product = new MatrixProduct(session.Accelerator);

    /// <summary>Prints microseconds and TFLOP/s to the standard output.</summary>
    /// <param name="sizes">Sizes M,N,K, each taken with a plain and a transposed left factor; those of a large model if there are none.</param>
    /// <returns>0, or 1 where a result is wrong.</returns>
    public static int Print(IReadOnlyList<string> sizes)
    {
        using var times = new ProductTimes();
        Console.WriteLine($"{times.session.Accelerator.Name}: medians of {Repeats}, and the best");
        var given = sizes.SelectMany(size => new[] { (size, ProductOptions.None), (size, ProductOptions.LeftIsTransposed) });
        var isRight = true;
        foreach (var (size, options) in sizes.Count > 0 ? given : Defaults)
        {
            var numbers = Array.ConvertAll(size.Split(','), text => int.Parse(text, CultureInfo.InvariantCulture));
            foreach (var precision in Enum.GetValues<Precision>())
                isRight &= times.Time(numbers[0], numbers[1], numbers[2], new(options, precision));
        }

        return isRight ? 0 : 1;
    }

    public void Dispose() => session.Dispose();

    private bool Time(int m, int n, int k, ProductForm form)
    {
        var isTransposed = form.Has(ProductOptions.LeftIsTransposed);
        float[] left = Hashed(m * k, 1), right = Hashed(k * n, 2);
        var accelerator = session.Accelerator;
        using var a = accelerator.Allocate1D(left);
        using var b = accelerator.Allocate1D(right);
        using var c = accelerator.Allocate1D<float>((long)m * n);
        var shape = new MatrixProductShape(m, n, k, isTransposed ? m : k, n, n);
        var buffers = new MatrixProductBuffers(a.View, b.View, b.View, c.View);
        product.Run(buffers, shape, form);
        accelerator.Synchronize();
        var error = Error(left, right, c.GetAsArray1D(), shape, form);

        var launches = 1;
        TimeSpan time;
        while ((time = Launch(launches)) < LeastTime) launches *= 2;
        var times = Enumerable.Range(0, Repeats).Select(_ => Launch(launches) / launches).Order().ToArray();
        var (median, best) = (times[Repeats / 2], times[0]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{m}x{n}x{k} {(isTransposed ? "transposed" : "plain"),-10} {form.Precision.ToString().ToLowerInvariant(),-4} {median.TotalMicroseconds,9:F1} us {Rate(median),7:F2} TFLOP/s"
            + $"  best {best.TotalMicroseconds,9:F1} us {Rate(best),7:F2}  error {error:E1}{(error < Allowance ? string.Empty : "  WRONG")}"));
        return error < Allowance;

        double Rate(TimeSpan each) => 2.0 * m * n * k / each.TotalSeconds / 1e12;

        TimeSpan Launch(int count)
        {
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < count; i++) product.Run(buffers, shape, form);
            accelerator.Synchronize();
            return clock.Elapsed;
        }
    }

    // The largest of some elements, the corners among them, as a share of the sum of magnitudes. What is not a number is infinitely wrong.
    private static double Error(float[] left, float[] right, float[] output, MatrixProductShape shape, ProductForm form)
    {
        var (m, n) = (shape.Rows, shape.Columns);
        var places = Hashed(2 * Checks, 3);
        var worst = 0.0;
        for (var i = 0; i < Checks; i++)
        {
            var (row, column) = i < 4
                ? (i / 2 * (m - 1), i % 2 * (n - 1))
                : ((int)((places[2 * i] + 1) / 2 * (m - 1)), (int)((places[2 * i + 1] + 1) / 2 * (n - 1)));
            double sum = 0, magnitude = 0;
            for (var k = 0; k < shape.Depth; k++)
            {
                var place = form.Has(ProductOptions.LeftIsTransposed) ? k * shape.LeftStride + row : row * shape.LeftStride + k;
                var term = (double)Rounding.Of(left[place], form.Precision) * Rounding.Of(right[k * shape.RightStride + column], form.Precision);
                sum += term;
                magnitude += Math.Abs(term);
            }

            var error = Math.Abs(output[row * shape.ProductStride + column] - sum) / magnitude;
            worst = double.IsNaN(error) ? double.PositiveInfinity : Math.Max(worst, error);
        }

        return worst;
    }

    // Numbers from -1 to 1 that do not repeat and that any program can make again.
    private static float[] Hashed(int count, uint seed)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            var bits = ((uint)i * 2654435761u) ^ (seed * 0x9E3779B9u);
            bits = (bits ^ (bits >> 15)) * 2246822519u;
            bits = (bits ^ (bits >> 13)) * 3266489917u;
            numbers[i] = (int)(bits ^ (bits >> 16)) * (1f / 2147483648f);
        }

        return numbers;
    }
}
