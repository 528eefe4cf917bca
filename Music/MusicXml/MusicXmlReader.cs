using System.Xml;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Reads scores and lead sheets written as MusicXML, plain or compressed, into the same form as a MIDI file.</summary>
/// <remarks>
/// After MusicXML 4.0 (w3.org/2021/06/musicxml40): parts and staves, transposing instruments, ties, repeats with endings, jumps (D.C., D.S.,
/// coda, fine), tempo, meter, key and chord symbols. Grace and cue notes, percussion, lyrics and layout are skipped. Nothing outside the
/// file is ever fetched: document types and the entities they name are not read.
/// </remarks>
public static class MusicXmlReader
{
    /// <summary>The name of the track that has the melody of a lead sheet.</summary>
    public const string MelodyName = "Melody";

    /// <summary>The name of the track that plays a lead sheet's chord symbols.</summary>
    public const string ChordsName = "Chords";

    /// <summary>Reads a score.</summary>
    /// <param name="path">The file: MusicXML text, or a zip archive of it (.mxl).</param>
    /// <returns>
    /// A file of 480 ticks per quarter. A score with chord symbols gives, after the conductor's track, "Melody" (the staff that they stand
    /// over) and "Chords", where each sounds until the next and is struck again at every bar line; then, as in any score, a track for each
    /// staff with notes.
    /// </returns>
    /// <exception cref="MusicException">It can't be read or is not MusicXML; the message is one line and names the file.</exception>
    public static MidiFile Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Read(file, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MusicException($"'{path}' can't be read ({OneLine(error)}); check the path", error);
        }
    }

    /// <summary>Reads a score.</summary>
    /// <param name="file">The file, from its first byte; must be able to seek.</param>
    /// <param name="name">Its name for errors.</param>
    /// <returns>As for a path.</returns>
    /// <exception cref="MusicException">It is not MusicXML; the message is one line and names the file.</exception>
    public static MidiFile Read(Stream file, string name)
    {
        try
        {
            return MusicXmlToMidi.Convert(MusicXmlArchive.Read(file, MusicXmlScoreReader.Read));
        }
        catch (MusicException error)
        {
            throw new MusicException($"'{name}': {error.Message}", error);
        }
        catch (Exception error) when (error is XmlException or InvalidDataException or EndOfStreamException)
        {
            throw new MusicException($"'{name}' is not MusicXML, or damaged ({OneLine(error)}); export it anew", error);
        }
    }

    private static string OneLine(Exception error) => error.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
