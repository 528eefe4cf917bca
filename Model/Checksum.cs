using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GpuJazz.Model;

/// <summary>A hash of all that a model file says, so that one changed bit is found.</summary>
internal static class Checksum
{
    /// <summary>The metadata under which it is kept; not part of what is hashed.</summary>
    public const string Key = "sha256";

    /// <summary>Hashes texts, names, shapes and elements, each preceded by its length.</summary>
    /// <param name="metadata">The texts, in any order.</param>
    /// <param name="tensors">The tensors in the file's order.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(IReadOnlyDictionary<string, string> metadata, IReadOnlyList<NamedTensor> tensors)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (key, value) in metadata.Where(pair => pair.Key != Key).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(key));
            Append(hash, Encoding.UTF8.GetBytes(value));
        }

        foreach (var tensor in tensors)
        {
            Append(hash, Encoding.UTF8.GetBytes($"{tensor.Name} {string.Join(',', tensor.Shape)}"));
            Append(hash, SafetensorsFile.LittleEndianBytes(tensor.Values.Span));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
