using System.Globalization;
using System.Text;
using System.Xml;

namespace GpuJazz.Music;

/// <summary>Writes SVG elements: escaped text, numbers with two decimals in any culture, lines that end in LF.</summary>
internal sealed class SvgWriter : IDisposable
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private readonly XmlWriter xml;

    /// <summary>Begins a picture.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="width">Natural width.</param>
    /// <param name="height">Natural height.</param>
    /// <param name="title">What it shows, in words.</param>
    /// <param name="style">Its style sheet.</param>
    public SvgWriter(TextWriter output, double width, double height, string title, string style)
    {
        xml = XmlWriter.Create(output, new XmlWriterSettings
        {
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
            CloseOutput = false,
        });
        xml.WriteStartElement("svg", Namespace);
        Attributes(("width", width), ("height", height));
        xml.WriteAttributeString("viewBox", $"0 0 {Number(width)} {Number(height)}");
        xml.WriteAttributeString("role", "img");
        xml.WriteElementString("title", Namespace, Clean(title));
        xml.WriteElementString("style", Namespace, style);
    }

    /// <summary>A group of what <paramref name="content"/> draws.</summary>
    public void Group(string style, Action content)
    {
        xml.WriteStartElement("g", Namespace);
        xml.WriteAttributeString("class", style);
        content();
        xml.WriteEndElement();
    }

    /// <summary>A rectangle; with rounded corners, and words that a browser shows under the pointer, if given.</summary>
    public void Rectangle(
        string style, double x, double y, double width, double height, double corner = 0, double? opacity = null, string? words = null)
    {
        xml.WriteStartElement("rect", Namespace);
        xml.WriteAttributeString("class", style);
        Attributes(("x", x), ("y", y), ("width", width), ("height", height));
        if (corner > 0) Attributes(("rx", corner));
        if (opacity is { } value) Attributes(("fill-opacity", value));
        if (words is not null) xml.WriteElementString("title", Namespace, Clean(words));
        xml.WriteEndElement();
    }

    /// <summary>A straight line.</summary>
    public void Line(string style, double x1, double y1, double x2, double y2)
    {
        xml.WriteStartElement("line", Namespace);
        xml.WriteAttributeString("class", style);
        Attributes(("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2));
        xml.WriteEndElement();
    }

    /// <summary>Text whose base line begins (or, by its style, is centred or ends) at a point.</summary>
    public void Text(string style, double x, double y, string text)
    {
        xml.WriteStartElement("text", Namespace);
        xml.WriteAttributeString("class", style);
        Attributes(("x", x), ("y", y));
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    /// <summary>A shape drawn by a path of its own, moved to a point.</summary>
    public void Path(string style, double x, double y, string path)
    {
        xml.WriteStartElement("path", Namespace);
        xml.WriteAttributeString("class", style);
        xml.WriteAttributeString("transform", $"translate({Number(x)} {Number(y)})");
        xml.WriteAttributeString("d", path);
        xml.WriteEndElement();
    }

    /// <summary>Ends the picture.</summary>
    public void Dispose()
    {
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
        xml.Dispose();
    }

    private void Attributes(params ReadOnlySpan<(string Name, double Value)> attributes)
    {
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, Number(value));
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>XML has no place for control characters or halves of surrogate pairs; they are left out.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text, i++, 2);
        }

        return clean.ToString();
    }
}
