using GpuJazz.Kernels;

namespace GpuJazz.Model.Measuring;

/// <summary>The floating-point operations of the matrix products, a multiplication and an addition each one.</summary>
/// <remarks>
/// The one-hot input costs none: its product is a row that is read. Activations, softmax and the optimiser are not counted; they are a
/// few in a hundred. The first step's product with a zero state is counted, as is usual.
/// </remarks>
public static class OperationCount
{
    // Forward, gradient by the input, gradient by the weights: each product three times.
    private const int Passes = 3;

    /// <summary>One update: 6·T·m·H·(4H + V).</summary>
    /// <param name="shape">m, T, H and V.</param>
    /// <returns>Operations.</returns>
    public static double OfUpdate(LstmShape shape) =>
        Passes * (double)shape.Steps * shape.Sequences * OfToken(shape.Hidden, shape.Vocabulary);

    /// <summary>Solos: 2·B·N·H·(4H + V).</summary>
    /// <param name="model">H and V.</param>
    /// <param name="solos">B.</param>
    /// <param name="notes">N.</param>
    /// <returns>Operations.</returns>
    public static double OfSolos(ModelShape model, int solos, int notes) =>
        (double)solos * notes * OfToken(model.Hidden, model.Vocabulary);

    private static double OfToken(double hidden, double vocabulary) => 2 * hidden * ((4 * hidden) + vocabulary);
}
