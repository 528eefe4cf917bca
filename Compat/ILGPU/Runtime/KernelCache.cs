using System.Security.Cryptography;
using System.Text;

namespace ILGPU.Runtime;

/// <summary>
/// Compiled kernels on disk, kept from run to run. It is only a cache: a file that is damaged, or a folder that can't be written, is as
/// if nothing were there. Several processes can use it at once, as a file appears whole or not at all.
/// </summary>
/// <param name="folder">Where the files are; null for none.</param>
internal sealed class KernelCache(string? folder)
{
    /// <summary>The environment variable that names another folder; <c>off</c> switches the cache off.</summary>
    public const string Variable = "GPUJAZZ_KERNEL_CACHE";

    private const int MostFiles = 4096;
    private const int HashSize = SHA256.HashSizeInBytes;

    /// <summary>Where the files are; null where the cache is off.</summary>
    public string? Folder { get; } = folder;

    /// <summary>The user's cache, or what <see cref="Variable"/> says.</summary>
    public static KernelCache FromEnvironment() => Environment.GetEnvironmentVariable(Variable) switch
    {
        "off" => new(null),
        { Length: > 0 } chosen => new(chosen),
        _ => new(UsersFolder() is { Length: > 0 } own ? Path.Combine(own, "gpujazz", "kernels") : null),
    };

    /// <summary>The key of a kernel: everything on which its binary depends.</summary>
    public static string KeyOf(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string part in parts)
        {
            // With its length before it, no part can be taken for two.
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The binary of a key; null where there is none that is whole.</summary>
    public byte[]? Find(string key)
    {
        if (Folder is null) return null;
        try
        {
            byte[] file = File.ReadAllBytes(PathOf(key));
            return file.Length > HashSize && SHA256.HashData(file.AsSpan(HashSize)).AsSpan().SequenceEqual(file.AsSpan(0, HashSize))
                ? file[HashSize..]
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a binary, if it can be.</summary>
    public void Keep(string key, ReadOnlySpan<byte> binary)
    {
        if (Folder is null) return;
        string temporary = PathOf($"{key}.{Guid.NewGuid():N}.new");
        try
        {
            Directory.CreateDirectory(Folder);
            MakeRoom();
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(SHA256.HashData(binary));
                file.Write(binary);
            }

            File.Move(temporary, PathOf(key), overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Remove(temporary);
        }
    }

    private static string UsersFolder()
    {
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS()) return home.Length == 0 ? "" : Path.Combine(home, "Library", "Caches");
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } chosen && Path.IsPathRooted(chosen)) return chosen;
        return home.Length == 0 ? "" : Path.Combine(home, ".cache");
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Then it stays.
        }
    }

    // The older half goes when there are very many.
    private void MakeRoom()
    {
        var files = new DirectoryInfo(Folder!).GetFiles();
        if (files.Length < MostFiles) return;
        foreach (var file in files.OrderBy(each => each.LastWriteTimeUtc).Take(files.Length / 2)) Remove(file.FullName);
    }

    private string PathOf(string name) => Path.Combine(Folder!, name);
}
