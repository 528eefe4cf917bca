using System.Text;
using GpuJazz.Music;

namespace GpuJazz.Host.Files;

/// <summary>Text files in UTF-8 with line feeds, the same on every system.</summary>
internal static class TextFile
{
    /// <summary>Writes a text whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the text.</param>
    public static void Write(string path, Action<TextWriter> write) => AtomicFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        write(text);
    });
}
