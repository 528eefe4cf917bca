using System.Xml;
using System.Xml.Linq;

namespace GpuJazz.Music;

/// <summary>Reads a score measure by measure, so that its text is never in memory as a whole.</summary>
internal sealed class MusicXmlScoreReader
{
    private const int MostParts = 500;
    private const int MostMeasures = 20_000;

    private readonly MusicXmlScore score = new();
    private readonly List<MusicXmlPartReader> readers = [];

    /// <summary>Reads a score.</summary>
    /// <param name="text">The text, before its first element.</param>
    /// <returns>The score; it has at least one measure.</returns>
    /// <exception cref="MusicException">It is no score.</exception>
    /// <exception cref="XmlException">The text is no XML.</exception>
    public static MusicXmlScore Read(XmlReader text)
    {
        text.MoveToContent();
        if (text.LocalName is not ("score-partwise" or "score-timewise"))
            throw new MusicException($"it is not a MusicXML score (it begins with <{text.LocalName}>); name a .musicxml or .mxl file");
        var reader = new MusicXmlScoreReader();
        reader.ReadBody(text);
        reader.score.StaffWithChords = reader.readers
            .OrderByDescending(part => part.ChordCount)
            .Where(part => part.ChordCount > 0)
            .Select(part => (MusicXmlStaff?)new MusicXmlStaff(part.Number, 1))
            .FirstOrDefault();
        return reader.score.Measures.Count > 0 ? reader.score : throw new MusicException("it has no measures; export it anew");
    }

    private void ReadBody(XmlReader text)
    {
        var inPart = -1;
        var measures = 0;
        for (var more = text.Read(); more;)
        {
            switch (text.NodeType, text.LocalName)
            {
                case (XmlNodeType.Element, "work" or "movement-title" or "identification" or "part-list"):
                    Describe((XElement)XNode.ReadFrom(text));
                    break;
                case (XmlNodeType.Element, "part"):
                    (inPart, measures) = (PartOf(text.GetAttribute("id")), 0);
                    more = text.Read();
                    break;
                case (XmlNodeType.Element, "measure"):
                    ReadMeasure((XElement)XNode.ReadFrom(text), inPart, measures++);
                    break;
                default:
                    more = text.Read();
                    break;
            }
        }
    }

    private void ReadMeasure(XElement content, int part, int index)
    {
        if (index == MostMeasures) throw new MusicException($"it has more than {MostMeasures} measures; write a shorter score");
        if (index == score.Measures.Count) score.Measures.Add(new MusicXmlMeasure());
        var measure = score.Measures[index];
        measure.IsImplicit |= content.Attribute("implicit")?.Value == "yes";
        if (part >= 0)
        {
            readers[part].Read(content, measure);
            return;
        }

        foreach (var each in content.Elements("part")) readers[PartOf(each.Attribute("id")?.Value)].Read(each, measure);
    }

    private void Describe(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "work":
                if (score.Title.Length == 0) score.Title = OneLine(element.Text("work-title"));
                break;
            case "movement-title":
                score.Title = OneLine(element.Value);
                break;
            case "identification":
                score.Composer = OneLine(element.Elements("creator").FirstOrDefault(each => each.Attribute("type")?.Value == "composer")?.Value);
                break;
            default:
                foreach (var part in element.Elements("score-part")) Add(part);
                break;
        }
    }

    private void Add(XElement part)
    {
        var program = part.Elements("midi-instrument").Select(each => each.Whole("midi-program", 1, 128, 1)).FirstOrDefault(1) - 1;
        Add(new MusicXmlPart(part.Attribute("id")?.Value ?? "", OneLine(part.Text("part-name")), program));
    }

    private int Add(MusicXmlPart part)
    {
        if (readers.Count == MostParts) throw new MusicException($"it has more than {MostParts} parts; write a smaller score");
        score.Parts.Add(part);
        readers.Add(new MusicXmlPartReader(readers.Count));
        return readers.Count - 1;
    }

    // A part that the list does not name is there all the same.
    private int PartOf(string? id)
    {
        var known = score.Parts.FindIndex(part => part.Id == id);
        return known >= 0 ? known : Add(new MusicXmlPart(id ?? "", "", 0));
    }

    private static string OneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
