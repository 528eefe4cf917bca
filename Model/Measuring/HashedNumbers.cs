namespace GpuJazz.Model.Measuring;

/// <summary>Weights and tokens that a formula gives, so that a program in any language can do the same work and compare its loss.</summary>
/// <remarks>The hash is the last step of A. Appleby's MurmurHash3.</remarks>
public static class HashedNumbers
{
    /// <summary>Parameter number q is uniform on ±1/√H, the range in which PyTorch draws an LSTM's weights.</summary>
    /// <param name="shape">H and V.</param>
    /// <returns>[P]: (2·hash(q)/2³² − 1)/√H, in double precision and then rounded.</returns>
    public static float[] Parameters(ModelShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var scale = 1 / Math.Sqrt(shape.Hidden);
        var parameters = new float[shape.ParameterCount];
        for (var q = 0; q < parameters.Length; q++) parameters[q] = (float)(((Hash((uint)q) / 2147483648.0) - 1) * scale);
        return parameters;
    }

    /// <summary>Tokens of some sequences, step after step.</summary>
    /// <param name="count">How many; token q is hash(q) mod V.</param>
    /// <param name="vocabulary">V.</param>
    /// <returns>[count].</returns>
    public static int[] Tokens(int count, int vocabulary)
    {
        var tokens = new int[count];
        for (var q = 0; q < count; q++) tokens[q] = (int)(Hash((uint)q) % (uint)vocabulary);
        return tokens;
    }

    /// <summary>Mixes the bits of a number: near numbers get hashes that are far apart.</summary>
    /// <param name="number">Any.</param>
    /// <returns>One to one.</returns>
    public static uint Hash(uint number)
    {
        number ^= number >> 16;
        number *= 0x85EBCA6B;
        number ^= number >> 13;
        number *= 0xC2B2AE35;
        return number ^ (number >> 16);
    }
}
