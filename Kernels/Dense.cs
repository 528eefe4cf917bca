using ILGPU;

namespace GpuJazz.Kernels;

/// <summary>The dense layer, shared by training and improvising: y = h·W + b.</summary>
public static class Dense
{
    /// <summary>One logit.</summary>
    /// <param name="parameters">The network's tensors.</param>
    /// <param name="state">A buffer that holds h.</param>
    /// <param name="start">Where in it that h starts.</param>
    /// <param name="hidden">H.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="token">The column, 0 to V − 1.</param>
    /// <returns>y[token].</returns>
    public static float Logit(ParameterViews parameters, ArrayView<float> state, int start, int hidden, int vocabulary, int token)
    {
        var sum = 0f;
        for (var k = 0; k < hidden; k++) sum += state[start + k] * parameters.DenseKernel[k * vocabulary + token];
        return sum + parameters.DenseBias[token];
    }
}
