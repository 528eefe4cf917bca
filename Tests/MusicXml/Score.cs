using System.IO.Compression;
using System.Text;
using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.MusicXml;

/// <summary>Scores to be read, from short texts, and what they sound like.</summary>
internal static class Score
{
    /// <summary>Twelve divisions a quarter, 4/4, C major.</summary>
    public const string Attributes =
        "<attributes><divisions>12</divisions><key><fifths>0</fifths></key><time><beats>4</beats><beat-type>4</beat-type></time></attributes>";

    /// <summary>A score of one part.</summary>
    public static string Of(params string[] measures) => Parts(("Sax", measures));

    /// <summary>A score of parts.</summary>
    public static string Parts(params (string Name, string[] Measures)[] parts)
    {
        var list = string.Concat(parts.Select((part, i) => $"<score-part id=\"P{i}\"><part-name>{part.Name}</part-name></score-part>"));
        var bodies = string.Concat(parts.Select((part, i) =>
            $"<part id=\"P{i}\">{string.Concat(part.Measures.Select((each, n) => Measure(each, n + 1)))}</part>"));
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://www.musicxml.org/dtds/partwise.dtd">
            <score-partwise version="4.0"><movement-title>Test</movement-title><part-list>{list}</part-list>{bodies}</score-partwise>
            """;
    }

    /// <summary>Notes such as <c>C4:12 R:6 F#5:6</c>: a pitch or a rest, and its length in divisions; <c>+E4:12</c> joins the note before.</summary>
    public static string Notes(string notes, string more = "") => string.Concat(notes.Split(' ').Select(note => Note(note, more)));

    public static string Chord(string root, string kind, string more = "") =>
        $"<harmony><root><root-step>{root[0]}</root-step>{Alter("root-alter", root[1..])}</root><kind>{kind}</kind>{more}</harmony>";

    public static string Measure(string content, int number) => content.StartsWith("implicit:", StringComparison.Ordinal)
        ? $"<measure number=\"{number}\" implicit=\"yes\">{content["implicit:".Length..]}</measure>"
        : $"<measure number=\"{number}\">{content}</measure>";

    public static MidiFile Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static MidiFile Read(byte[] bytes) => MusicXmlReader.Read(new MemoryStream(bytes), "test.musicxml");

    public static string Error(string text) => Assert.Throws<MusicException>(() => Read(text)).Message;

    public static List<(long Start, long Length, int Pitch)> Played(string text, string track = "Sax") => Abc.Played.Notes(Read(text), track);

    public static int[] Pitches(params string[] measures) => [.. Played(Of(measures)).Select(note => note.Pitch)];

    /// <summary>A zip archive of files.</summary>
    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }

    private static string Note(string note, string more)
    {
        var (pitch, length) = (note[..note.IndexOf(':', StringComparison.Ordinal)], note[(note.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var chord = pitch.StartsWith('+') ? "<chord/>" : "";
        pitch = pitch.TrimStart('+');
        var what = pitch == "R"
            ? "<rest/>"
            : $"<pitch><step>{pitch[0]}</step>{Alter("alter", pitch[1..^1])}<octave>{pitch[^1]}</octave></pitch>";
        return $"<note>{chord}{what}<duration>{length}</duration>{more}</note>";
    }

    private static string Alter(string name, string sign) => sign switch { "#" => $"<{name}>1</{name}>", "b" => $"<{name}>-1</{name}>", _ => "" };
}
