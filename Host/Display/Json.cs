using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GpuJazz.Host.Display;

/// <summary>JSON as programs and people read it: tokens keep their &lt; and &gt;.</summary>
internal static class Json
{
    /// <summary>One value on one line.</summary>
    public static JsonSerializerOptions OneLine { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(OneLine) { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes a value and a line end.</summary>
    public static void Write(TextWriter output, JsonNode value)
    {
        output.Write(value.ToJsonString(Indented));
        output.Write('\n');
    }

    /// <summary>An array of texts.</summary>
    public static JsonArray Array(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];

    /// <summary>An array of whole numbers.</summary>
    public static JsonArray Array(IEnumerable<int> values) => [.. values.Select(value => JsonValue.Create(value))];

    /// <summary>An array of numbers.</summary>
    public static JsonArray Array(IEnumerable<float> values) => [.. values.Select(value => JsonValue.Create(value))];
}
