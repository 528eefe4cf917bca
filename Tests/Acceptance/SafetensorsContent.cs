using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace GpuJazz.Tests.Acceptance;

/// <summary>A safetensors file, read by its format's description alone: a length of 8 bytes, a JSON header, the data.</summary>
/// <param name="Metadata">The texts of the header's <c>__metadata__</c>.</param>
/// <param name="Tensors">The tensors by their names.</param>
internal sealed record SafetensorsContent(
    IReadOnlyDictionary<string, string> Metadata, IReadOnlyDictionary<string, SafetensorsContent.Tensor> Tensors)
{
    /// <param name="Kind">Its numbers' kind, such as F32.</param>
    /// <param name="Shape">Its dimensions, outermost first.</param>
    /// <param name="Values">Its numbers, row-major.</param>
    internal sealed record Tensor(string Kind, int[] Shape, float[] Values);

    public static SafetensorsContent Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var headerLength = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        Assert.Equal((byte)'{', bytes[8]);
        var header = JsonNode.Parse(bytes.AsSpan(8, headerLength))!.AsObject();
        var data = bytes.AsSpan(8 + headerLength);

        var tensors = new Dictionary<string, Tensor>();
        var end = 0;
        var entries = header.Where(pair => pair.Key != "__metadata__");
        foreach (var (name, entry) in entries.OrderBy(pair => (int)pair.Value!["data_offsets"]![0]!))
        {
            // The format: no holes and no overlaps.
            var from = (int)entry!["data_offsets"]![0]!;
            Assert.Equal(end, from);
            end = (int)entry["data_offsets"]![1]!;
            int[] shape = [.. entry["shape"]!.AsArray().Select(size => (int)size!)];
            var values = MemoryMarshal.Cast<byte, float>(data[from..end]).ToArray();
            Assert.Equal(shape.Aggregate(1, (product, size) => product * size), values.Length);
            Assert.Equal(4 * values.Length, end - from);
            tensors.Add(name, new Tensor((string)entry["dtype"]!, shape, values));
        }

        Assert.Equal(data.Length, end);
        var metadata = header["__metadata__"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
        return new SafetensorsContent(metadata, tensors);
    }
}
