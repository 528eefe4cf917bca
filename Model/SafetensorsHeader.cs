using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace GpuJazz.Model;

/// <summary>Where a tensor's bytes lie, counted from the end of the header.</summary>
/// <param name="Name">The tensor's name.</param>
/// <param name="Shape">Its lengths, outermost first.</param>
/// <param name="Begin">Its first byte.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record TensorPlace(string Name, IReadOnlyList<int> Shape, long Begin, long End)
{
    /// <summary>The number of its elements.</summary>
    public int Length => (int)((End - Begin) / sizeof(float));
}

/// <summary>The JSON header of a safetensors file: a text map under <c>__metadata__</c>, and each tensor's type, shape and place.</summary>
/// <param name="Metadata">The text map; empty when the file has none.</param>
/// <param name="Tensors">The tensors in the order of their bytes, without gaps.</param>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<TensorPlace> Tensors)
{
    private const string MetadataKey = "__metadata__";

    // Nothing here becomes part of a web page, so quotation marks may stay readable: \" for \u0022.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the header with its keys in a fixed order: the metadata, sorted, then the tensors.</summary>
    /// <param name="json">Receives UTF-8 text.</param>
    public void Write(Stream json)
    {
        using var writer = new Utf8JsonWriter(json, Readable);
        writer.WriteStartObject();
        writer.WriteStartObject(MetadataKey);
        foreach (var (key, value) in Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) writer.WriteString(key, value);
        writer.WriteEndObject();
        foreach (var tensor in Tensors)
        {
            writer.WriteStartObject(tensor.Name);
            writer.WriteString("dtype", "F32");
            WriteNumbers(writer, "shape", tensor.Shape.Select(length => (long)length));
            WriteNumbers(writer, "data_offsets", [tensor.Begin, tensor.End]);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a header and checks all that it says.</summary>
    /// <param name="json">The header's bytes, padding included.</param>
    /// <param name="dataLength">The bytes in the file after the header; the tensors must cover them exactly.</param>
    /// <returns>The header.</returns>
    /// <exception cref="InvalidDataException">Something in it is wrong; the message says what.</exception>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> json, long dataLength)
    {
        if (json.IsEmpty || json.Span[0] != '{' || !Utf8.IsValid(json.Span)) throw new InvalidDataException("its header is not JSON");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
            var tensors = new List<TensorPlace>();
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                if (entry.Name == MetadataKey)
                    foreach (var text in entry.Value.EnumerateObject()) metadata.Add(text.Name, text.Value.GetString() ?? throw NotText(text.Name));
                else tensors.Add(Place(entry.Name, entry.Value));
            }

            // A tensor without elements may begin where another does.
            var ordered = tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End).ToArray();
            var end = 0L;
            foreach (var tensor in ordered)
            {
                if (tensor.Begin != end) throw new InvalidDataException($"the data of {tensor.Name} does not follow the tensor before it");
                end = tensor.End;
            }

            return end == dataLength
                ? new SafetensorsHeader(metadata, ordered)
                : throw new InvalidDataException($"it has {dataLength} bytes of data where its header says {end}");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException("its header is not one of safetensors", error);
        }
    }

    private static TensorPlace Place(string name, JsonElement entry)
    {
        if (entry.GetProperty("dtype").GetString() != "F32") throw new InvalidDataException($"the numbers of {name} are not of type F32");
        var shape = entry.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32()).ToArray();
        var offsets = entry.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64()).ToArray();
        if (entry.EnumerateObject().Count() != 3 || offsets.Length != 2) throw new InvalidDataException($"the entry of {name} is wrong");
        var elements = 1L;
        foreach (var length in shape)
        {
            // No overflow: below 2^29 times below 2^31.
            elements *= length;
            if (length < 0 || elements > ModelShape.MaxParameters) throw new InvalidDataException($"the shape of {name} is impossible");
        }

        return offsets[0] >= 0 && offsets[1] >= offsets[0] && offsets[1] - offsets[0] == elements * sizeof(float)
            ? new TensorPlace(name, shape, offsets[0], offsets[1])
            : throw new InvalidDataException($"the shape of {name} does not fit its data");
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IEnumerable<long> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    private static InvalidDataException NotText(string key) => new($"the metadata {key} is not text");
}
