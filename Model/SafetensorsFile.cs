using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GpuJazz.Model;

/// <summary>Files of named tensors in the format safetensors, of 32-bit floats.</summary>
/// <remarks>
/// The length of a JSON header, 8 bytes, little-endian; the header, padded with spaces to a multiple of 8; then the tensors'
/// elements, little-endian, one tensor after the other. https://huggingface.co/docs/safetensors, "Format".
/// </remarks>
/// <param name="Metadata">Texts by name.</param>
/// <param name="Tensors">The tensors in the order of their bytes.</param>
public sealed record SafetensorsFile(IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<NamedTensor> Tensors)
{
    /// <summary>The longest header that the format allows, in bytes.</summary>
    public const int MaxHeader = 100_000_000;

    private const int Alignment = 8;

    /// <summary>Writes the file; the same content gives the same bytes.</summary>
    /// <param name="output">Receives the bytes; need not seek.</param>
    public void Write(Stream output)
    {
        using var header = new MemoryStream();
        header.Write(stackalloc byte[sizeof(ulong)]);
        new SafetensorsHeader(Metadata, Places()).Write(header);
        while (header.Length % Alignment != 0) header.WriteByte((byte)' ');
        BinaryPrimitives.WriteInt64LittleEndian(header.GetBuffer(), header.Length - sizeof(ulong));
        header.WriteTo(output);
        foreach (var tensor in Tensors) output.Write(LittleEndianBytes(tensor.Values.Span));
    }

    /// <summary>Reads a file and checks every statement in it. Memory is taken only for what the file really holds.</summary>
    /// <param name="input">The file from its beginning; must seek.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="InvalidDataException">It is not of this format; the message says where.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static SafetensorsFile Read(Stream input)
    {
        var left = input.Length - sizeof(ulong);
        if (left < 0) throw new InvalidDataException("it is too short for a safetensors file");
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        input.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > Math.Min((ulong)left, MaxHeader)) throw new InvalidDataException("its header is longer than the file or than the format allows");

        var json = new byte[length];
        input.ReadExactly(json);
        var header = SafetensorsHeader.Parse(json, left - (long)length);
        return new SafetensorsFile(header.Metadata, [.. header.Tensors.Select(place => ReadTensor(input, place))]);
    }

    /// <summary>A tensor's elements as a file holds them.</summary>
    /// <param name="values">The elements.</param>
    /// <returns>Four bytes each, the lowest first; on most machines the same memory.</returns>
    internal static ReadOnlySpan<byte> LittleEndianBytes(ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian) return MemoryMarshal.AsBytes(values);
        var swapped = new int[values.Length];
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, int>(values), swapped);
        return MemoryMarshal.AsBytes<int>(swapped);
    }

    private static NamedTensor ReadTensor(Stream input, TensorPlace place)
    {
        var values = new float[place.Length];
        input.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        if (!BitConverter.IsLittleEndian)
        {
            var bits = MemoryMarshal.Cast<float, int>(values.AsSpan());
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }

        return new NamedTensor(place.Name, place.Shape, values);
    }

    private List<TensorPlace> Places()
    {
        var places = new List<TensorPlace>();
        var begin = 0L;
        foreach (var tensor in Tensors)
        {
            var end = begin + ((long)tensor.Values.Length * sizeof(float));
            places.Add(new TensorPlace(tensor.Name, tensor.Shape, begin, end));
            begin = end;
        }

        return places;
    }
}
