namespace ILGPU.Compiler;

/// <summary>Writes what was made of kernels, for people to read.</summary>
internal static class KernelDump
{
    /// <summary>Writes a kernel; nothing where no folder is wanted. A text that is there already is not written again.</summary>
    /// <param name="folder">The folder, or null.</param>
    /// <param name="kernel">The kernel's name.</param>
    /// <param name="variant">What it was made for: a device, a shape of groups.</param>
    /// <param name="extension">The ending of the file, without the full stop.</param>
    /// <param name="text">Writes the text.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Write(string? folder, string kernel, string variant, string extension, Func<string> text)
    {
        if (folder is null) return;
        Directory.CreateDirectory(folder);
        string content = text();
        for (int i = 1; ; i++)
        {
            string number = i == 1 ? string.Empty : $"-{i}";
            string path = Path.Combine(folder, $"{kernel}.{variant}{number}.{extension}");
            if (!File.Exists(path))
            {
                File.WriteAllText(path, content);
                return;
            }

            if (File.ReadAllText(path) == content) return;
        }
    }
}
