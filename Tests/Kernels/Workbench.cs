using ILGPU;
using ILGPU.Runtime;
using Reference = GpuJazz.Kernels.Reference;

namespace GpuJazz.Tests.Kernels;

/// <summary>Random inputs in both precisions, buffers, and the comparison of a kernel's output with the reference's.</summary>
internal sealed class Workbench(Accelerator accelerator, int seed) : IDisposable
{
    private readonly Random random = new(seed);
    private readonly List<MemoryBuffer> buffers = [];

    /// <summary>Numbers that single precision holds exactly, uniform in [−scale, scale].</summary>
    public double[] Numbers(int count, double scale = 1) =>
        [.. Enumerable.Range(0, count).Select(_ => (double)(float)(scale * (2 * random.NextDouble() - 1)))];

    /// <summary>Tokens from −1 (none) to V − 1.</summary>
    public int[] Tokens(int count, int vocabulary) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-1, vocabulary))];

    /// <summary>Gates of a real cell, [rows, 4H]: i, f and o from 0 to 1, g from −1 to 1.</summary>
    public double[] Gates(int rows, int hidden)
    {
        var gates = Numbers(rows * 4 * hidden);
        for (var n = 0; n < gates.Length; n++)
            if (n / hidden % 4 != 2) gates[n] = Math.Abs(gates[n]);
        return gates;
    }

    /// <summary>A [rows, columns] as [columns, rows].</summary>
    public static double[] Transposed(double[] matrix, int rows, int columns)
    {
        var transposed = new double[matrix.Length];
        Reference.Transpose.Run(matrix, transposed, rows, columns);
        return transposed;
    }

    public ArrayView<float> Upload(double[] values)
    {
        var buffer = accelerator.Allocate1D(Array.ConvertAll(values, value => (float)value));
        buffers.Add(buffer);
        return buffer.View;
    }

    public ArrayView<int> Upload(int[] values)
    {
        var buffer = accelerator.Allocate1D(values);
        buffers.Add(buffer);
        return buffer.View;
    }

    /// <summary>A buffer full of a value that no kernel may leave behind or read.</summary>
    public MemoryBuffer1D<float, Stride1D.Dense> Output(int count)
    {
        var buffer = accelerator.Allocate1D(Enumerable.Repeat(float.NaN, count).ToArray());
        buffers.Add(buffer);
        return buffer;
    }

    public MemoryBuffer1D<int, Stride1D.Dense> IntOutput(int count)
    {
        var buffer = accelerator.Allocate1D(Enumerable.Repeat(int.MinValue, count).ToArray());
        buffers.Add(buffer);
        return buffer;
    }

    /// <summary>What a buffer holds once the accelerator is done.</summary>
    public static T[] Read<T>(MemoryBuffer1D<T, Stride1D.Dense> buffer)
        where T : unmanaged
    {
        buffer.Accelerator.Synchronize();
        return buffer.GetAsArray1D();
    }

    /// <summary>‖output − reference‖ / ‖reference‖, or the plain norm of the difference where the reference is zero.</summary>
    public static double Error(MemoryBuffer1D<float, Stride1D.Dense> output, double[] reference) => Error(Read(output), reference);

    public static double Error(float[] output, double[] reference)
    {
        Assert.Equal(reference.Length, output.Length);
        double difference = 0, norm = 0;
        for (var i = 0; i < reference.Length; i++)
        {
            difference += (output[i] - reference[i]) * (output[i] - reference[i]);
            norm += reference[i] * reference[i];
        }

        return norm == 0 ? Math.Sqrt(difference) : Math.Sqrt(difference / norm);
    }

    public void Dispose()
    {
        foreach (var buffer in buffers) buffer.Dispose();
    }
}
