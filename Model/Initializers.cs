using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace GpuJazz.Model;

/// <summary>The parameters before training, as Keras begins: Glorot uniform kernels, an orthogonal recurrent kernel, a forget bias of 1.</summary>
/// <remarks>
/// The chords' rows begin at zero: a chord that is never met adds nothing, and a model that hears chords begins as the one without.
/// Each tensor has a random stream of its own, named after it: what one draws does not move another.
/// </remarks>
public static class Initializers
{
    /// <summary>Makes the initial parameters of a model.</summary>
    /// <param name="shape">The model's sizes.</param>
    /// <param name="seed">The run's seed; the same seed gives the same parameters.</param>
    /// <returns>The flat buffer, [ParameterCount].</returns>
    public static float[] Create(ModelShape shape, int seed)
    {
        var parameters = new float[shape.ParameterCount];
        foreach (var layer in shape.Lstm)
        {
            FillGlorotUniform(layer.Kernel, parameters, seed);
            FillOrthogonal(layer.RecurrentKernel, parameters, seed);
            layer.Bias.In(parameters).Slice(shape.Hidden, shape.Hidden).Fill(1);
        }

        FillGlorotUniform(shape.DenseKernel, parameters, seed);
        return parameters;
    }

    /// <summary>Uniform on ±√(6 / (rows + columns)).</summary>
    /// <remarks>X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.</remarks>
    private static void FillGlorotUniform(ParameterTensor kernel, float[] parameters, int seed)
    {
        var random = new SplitMix64(seed, kernel.Name);
        var limit = Math.Sqrt(6.0 / (kernel.Shape[0] + kernel.Shape[1]));
        foreach (ref var value in kernel.In(parameters)) value = (float)(limit * ((2 * random.NextUniform()) - 1));
    }

    /// <summary>Orthonormal rows: the transposed Q of the QR decomposition of a tall normal matrix, for a wide kernel U with U·Uᵀ = I.</summary>
    /// <remarks>
    /// Columns of Q take the sign of R's diagonal, which makes Q uniform among such matrices. A. Saxe, J. McClelland and S. Ganguli,
    /// "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", ICLR 2014.
    /// </remarks>
    private static void FillOrthogonal(ParameterTensor kernel, float[] parameters, int seed)
    {
        var (rows, columns) = (kernel.Shape[0], kernel.Shape[1]);
        var random = new SplitMix64(seed, kernel.Name);

        // A native provider, were one installed, would round differently.
        MathNet.Numerics.Control.UseManaged();
        var qr = Matrix<double>.Build.Dense(columns, rows, (_, _) => random.NextNormal()).QR(QRMethod.Thin);
        var values = kernel.In(parameters);
        for (var row = 0; row < rows; row++)
        {
            var sign = qr.R[row, row] < 0 ? -1 : 1;
            for (var column = 0; column < columns; column++) values[(row * columns) + column] = (float)(sign * qr.Q[column, row]);
        }
    }
}
