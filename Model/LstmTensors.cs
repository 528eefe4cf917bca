namespace GpuJazz.Model;

/// <summary>The tensors of one LSTM layer in the flat parameter buffer, one after the other.</summary>
/// <param name="Kernel">Input to gates: [V, 4H] in the first layer, where a token's row is its product with the one-hot input; [H, 4H] in others.</param>
/// <param name="RecurrentKernel">Previous state to gates, [H, 4H].</param>
/// <param name="Bias">The gates' bias, [4H].</param>
public sealed record LstmTensors(ParameterTensor Kernel, ParameterTensor RecurrentKernel, ParameterTensor Bias)
{
    /// <summary>The index after the layer's last element in the flat buffer.</summary>
    public int End => Bias.End;

    /// <summary>Places a layer.</summary>
    /// <param name="offset">The index of its first element in the flat buffer.</param>
    /// <param name="name">What its tensors' names begin with, such as <c>lstm_1</c>.</param>
    /// <param name="inputs">V for the first layer, H for others.</param>
    /// <param name="hidden">H.</param>
    /// <returns>The three tensors.</returns>
    internal static LstmTensors At(int offset, string name, int inputs, int hidden)
    {
        var gates = 4 * hidden;
        var kernel = new ParameterTensor($"{name}.kernel", [inputs, gates], offset);
        var recurrent = new ParameterTensor($"{name}.recurrent_kernel", [hidden, gates], kernel.End);
        return new LstmTensors(kernel, recurrent, new ParameterTensor($"{name}.bias", [gates], recurrent.End));
    }
}
