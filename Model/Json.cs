using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GpuJazz.Model;

/// <summary>How records become JSON: names in snake_case, numbers such that they read back the same, NaN as <c>"NaN"</c>.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        // Nothing here becomes part of a web page, so letters of any language may stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Writes a record on one line, its members in the order of their declaration.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="value">The record.</param>
    /// <returns>JSON without line breaks.</returns>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a record.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="json">What <see cref="Write"/> made.</param>
    /// <returns>The record.</returns>
    /// <exception cref="JsonException">It is not JSON, or of another type.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null");
}
