using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace GpuJazz.Music;

/// <summary>Finds the score in a file: MusicXML text as it is, or a zip archive whose container names it.</summary>
internal static class MusicXmlArchive
{
    private const string Container = "META-INF/container.xml";

    // More than the scores of an opera; an archive that swells to more was made to fill the memory.
    private const long MaximumCharacters = 64 << 20;

    /// <summary>Reads the score.</summary>
    /// <param name="file">The file, from its first byte.</param>
    /// <param name="read">Makes something of the score's text; the reader fetches nothing and knows no entities.</param>
    /// <returns>What it made.</returns>
    /// <exception cref="MusicException">It is an archive without a score.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static T Read<T>(Stream file, Func<XmlReader, T> read)
    {
        var isArchive = file.ReadByte() == 'P' && file.ReadByte() == 'K';
        file.Position = 0;
        using var archive = isArchive ? new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true) : null;
        using var text = Text(archive is null ? file : Score(archive).Open());
        return read(text);
    }

    private static ZipArchiveEntry Score(ZipArchive archive)
    {
        var named = archive.GetEntry(Container) is { } container ? NamedIn(container) : null;
        var entry = named is not null
            ? archive.GetEntry(named)
            : archive.Entries.FirstOrDefault(each =>
                !each.FullName.StartsWith("META-INF/", StringComparison.Ordinal) && Path.GetExtension(each.Name) is ".musicxml" or ".xml");
        return entry ?? throw new MusicException("the archive holds no MusicXML score; export it anew");
    }

    // The first root file is the score; others are the same in other forms.
    private static string? NamedIn(ZipArchiveEntry container)
    {
        using var text = Text(container.Open());
        return XDocument.Load(text).Descendants().FirstOrDefault(element => element.Name.LocalName == "rootfile")?.Attribute("full-path")?.Value;
    }

    private static XmlReader Text(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = MaximumCharacters,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });
}
