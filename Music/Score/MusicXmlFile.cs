using System.Globalization;
using System.Xml;

namespace GpuJazz.Music;

/// <summary>Writes a solo as a lead sheet in MusicXML 4.0: the line on a staff, the chords' names above it.</summary>
public static class MusicXmlFile
{
    private const string Staff = "P1";
    private const int MiddleLine = 35;

    /// <summary>Writes the score. The same solo gives the same bytes.</summary>
    /// <param name="solo">The solo; where notes overlap only the upper or the next is written.</param>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="title">The heading.</param>
    /// <exception cref="MusicException">A measure has no time signature.</exception>
    public static void Write(Solo solo, TextWriter output, string title)
    {
        ArgumentNullException.ThrowIfNull(solo);
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, IndentChars = " ", NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartElement("score-partwise");
        xml.WriteAttributeString("version", "4.0");
        Nested(xml, "work", () => xml.WriteElementString("work-title", SvgWriter.Clean(title)));
        Nested(xml, "part-list", () => Nested(xml, "score-part", () => xml.WriteElementString("part-name", "Solo"), ("id", Staff)));
        Nested(xml, "part", () => WriteMeasures(xml, solo), ("id", Staff));
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    private static void WriteMeasures(XmlWriter xml, Solo solo)
    {
        var count = Math.Max(1, (solo.End + solo.MeasureLength - new Beats(1)).DividedBy(solo.MeasureLength));
        var measures = Notation.Write(solo.Melody, solo.MeasureLength, count);
        for (var number = 0; number < count; number++)
        {
            var start = solo.MeasureLength * number;
            Nested(
                xml,
                "measure",
                () =>
                {
                    if (start == Beats.Zero) WriteOpening(xml, solo);
                    var names = new Queue<Chord>(solo.Harmony.Where(chord => chord.Start >= start && chord.Start < start + solo.MeasureLength));
                    foreach (var piece in measures[number])
                    {
                        while (names.TryPeek(out var chord) && chord.Start < start + piece.End)
                            WriteHarmony(xml, HarmonyName.Of(names.Dequeue().Pitches), chord.Start - start - piece.Start);
                        WriteNote(xml, piece);
                    }
                },
                ("number", Text(number + 1)));
        }
    }

    private static void WriteOpening(XmlWriter xml, Solo solo)
    {
        var (beats, unit) = Meter.Of(solo.MeasureLength);
        Nested(xml, "attributes", () =>
        {
            xml.WriteElementString("divisions", Text(Beats.PerQuarter));
            Nested(xml, "key", () => xml.WriteElementString("fifths", "0"));
            Nested(xml, "time", () =>
            {
                xml.WriteElementString("beats", Text(beats));
                xml.WriteElementString("beat-type", Text(unit));
            });
            Nested(xml, "clef", () =>
            {
                var isLow = solo.Melody.Count > 0 && solo.Melody.Average(note => SpelledPitch.OfMidi(note.Pitch).Step) < MiddleLine;
                xml.WriteElementString("sign", isLow ? "F" : "G");
                xml.WriteElementString("line", isLow ? "4" : "2");
            });
        });
        var tempo = solo.BeatsPerMinute.ToString("0.##", CultureInfo.InvariantCulture);
        Nested(
            xml,
            "direction",
            () =>
            {
                if (Notation.IsSwung(solo.Melody, solo.MeasureLength)) Nested(xml, "direction-type", () => xml.WriteElementString("words", "Swing"));
                Nested(xml, "direction-type", () => Nested(xml, "metronome", () =>
                {
                    xml.WriteElementString("beat-unit", "quarter");
                    xml.WriteElementString("per-minute", tempo);
                }));
                Nested(xml, "sound", () => { }, ("tempo", tempo));
            },
            ("placement", "above"));
    }

    private static void WriteHarmony(XmlWriter xml, HarmonyName name, Beats offset) => Nested(xml, "harmony", () =>
    {
        Nested(xml, "root", () => WriteSpelled(xml, name.Root, "root-step", "root-alter"));
        xml.WriteStartElement("kind");
        xml.WriteAttributeString("text", name.Suffix);
        xml.WriteString(name.Kind);
        xml.WriteEndElement();
        if (name.Bass != name.Root) Nested(xml, "bass", () => WriteSpelled(xml, name.Bass, "bass-step", "bass-alter"));
        if (name.Degree is (var value, var alter))
        {
            Nested(xml, "degree", () =>
            {
                xml.WriteElementString("degree-value", Text(value));
                xml.WriteElementString("degree-alter", Text(alter));
                xml.WriteElementString("degree-type", "add");
            });
        }

        if (offset != Beats.Zero) xml.WriteElementString("offset", Text(offset.Twelfths));
    });

    private static void WriteNote(XmlWriter xml, NotatedPiece piece) => Nested(xml, "note", () =>
    {
        if (piece.Pitch is not { } pitch)
        {
            Nested(xml, "rest", () => { });
        }
        else
        {
            Nested(xml, "pitch", () =>
            {
                WriteSpelled(xml, pitch, "step", "alter");
                xml.WriteElementString("octave", Text((pitch / 12) - 1));
            });
        }

        xml.WriteElementString("duration", Text(piece.Length.Twelfths));
        if (piece.IsTiedBack) Nested(xml, "tie", () => { }, ("type", "stop"));
        if (piece.IsTiedOn) Nested(xml, "tie", () => { }, ("type", "start"));
        xml.WriteElementString("type", piece.Type);
        if (piece.IsDotted) Nested(xml, "dot", () => { });
        if (piece.IsTriplet)
        {
            Nested(xml, "time-modification", () =>
            {
                xml.WriteElementString("actual-notes", "3");
                xml.WriteElementString("normal-notes", "2");
            });
        }

        if (!piece.IsTiedBack && !piece.IsTiedOn && !piece.BeginsBracket && !piece.EndsBracket) return;
        Nested(xml, "notations", () =>
        {
            if (piece.IsTiedBack) Nested(xml, "tied", () => { }, ("type", "stop"));
            if (piece.IsTiedOn) Nested(xml, "tied", () => { }, ("type", "start"));
            if (piece.BeginsBracket) Nested(xml, "tuplet", () => { }, ("type", "start"));
            if (piece.EndsBracket) Nested(xml, "tuplet", () => { }, ("type", "stop"));
        });
    });

    private static void WriteSpelled(XmlWriter xml, int pitch, string step, string alter)
    {
        var spelled = SpelledPitch.OfMidi(pitch);
        xml.WriteElementString(step, spelled.Name[..1]);
        if (spelled.Accidental != 0) xml.WriteElementString(alter, Text(spelled.Accidental));
    }

    private static void Nested(XmlWriter xml, string name, Action content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (key, value) in attributes) xml.WriteAttributeString(key, value);
        content();
        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
