// The gradient of the LSTM's kernel. The forward pass picks a row of it for each token, as an embedding does, so that each row's
// gradient is the sum of the gate gradients where its token stood.
//
//   dK[v,n] = Σ dz[r,n] over the rows r with token[r] = v
//
// Launch  one work-item a gate column: it owns the column for all tokens, so that nothing is added twice and no atomics are needed.
// Cost    T·m·4H additions and V·4H stores.
using ILGPU;
using ILGPU.Runtime;

namespace GpuJazz.Kernels;

/// <summary>The gradient of a row gather: rows of dz added where their token stands.</summary>
public sealed class EmbeddingGradient
{
    private readonly Action<Index1D, ArrayView<int>, ArrayView<float>, ArrayView<float>, LstmShape> launch;

    /// <summary>Loads the kernel.</summary>
    /// <param name="accelerator">The accelerator that it runs on.</param>
    public EmbeddingGradient(Accelerator accelerator)
    {
        launch = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<float>, ArrayView<float>, LstmShape>(Kernel);
    }

    /// <summary>Queues one sum on the default stream.</summary>
    /// <param name="tokens">[T, m] read: the tokens, −1 for the zero vector.</param>
    /// <param name="gateGradients">dz [T, m, 4H], read.</param>
    /// <param name="kernelGradients">dK [V, 4H], written; rows of tokens that do not occur become zero.</param>
    /// <param name="shape">The sizes.</param>
    public void Run(ArrayView<int> tokens, ArrayView<float> gateGradients, ArrayView<float> kernelGradients, LstmShape shape)
    {
        launch(shape.Gates, tokens, gateGradients, kernelGradients, shape);
    }

    private static void Kernel(
        Index1D column, ArrayView<int> tokens, ArrayView<float> gateGradients, ArrayView<float> kernelGradients, LstmShape shape)
    {
        for (var v = 0; v < shape.Vocabulary; v++) kernelGradients[v * shape.Gates + column.X] = 0f;
        for (var row = 0; row < shape.Rows; row++)
        {
            var token = tokens[row];
            if (token >= 0) kernelGradients[token * shape.Gates + column.X] += gateGradients[row * shape.Gates + column.X];
        }
    }
}
