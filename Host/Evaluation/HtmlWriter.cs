using System.Xml;

namespace GpuJazz.Host.Evaluation;

/// <summary>Writes a page that is HTML to a browser and well-formed XML to a program.</summary>
internal sealed class HtmlWriter : IDisposable
{
    private static readonly string[] Void = ["meta"];

    private readonly XmlWriter xml;

    /// <summary>Begins a page.</summary>
    /// <param name="output">Where to; not closed.</param>
    public HtmlWriter(TextWriter output)
    {
        output.Write("<!DOCTYPE html>\n");
        xml = XmlWriter.Create(output, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineChars = "\n", CheckCharacters = false });
    }

    /// <summary>An element around what <paramref name="content"/> writes.</summary>
    public void Element(string name, Action content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (key, value) in attributes) xml.WriteAttributeString(key, Clean(value));
        content();
        if (Void.Contains(name)) xml.WriteEndElement();
        else xml.WriteFullEndElement();
        xml.WriteRaw("\n");
    }

    /// <summary>An element with a text in it.</summary>
    public void Text(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Element(name, () => xml.WriteString(Clean(text)), attributes);

    /// <summary>Text that is well-formed already: a drawing, a style sheet, a script.</summary>
    public void Raw(string text) => xml.WriteRaw(text);

    /// <summary>Ends the page.</summary>
    public void Dispose() => xml.Dispose();

    // Names of files may hold what XML has no place for.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or (>= ' ' and not (0xFFFE or 0xFFFF))).Select(rune => rune.ToString()));
}
