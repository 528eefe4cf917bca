using System.Text;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Solos as MIDI files: format 1, a track of tempo, meter and chord names (markers), then "Melody", "Chords" and, if they play, "Bass" and "Drums".</summary>
public static class SoloMidi
{
    /// <summary>Name of the track of the solo's notes.</summary>
    public const string MelodyTrack = "Melody";

    /// <summary>Name of the track of the chords.</summary>
    public const string ChordTrack = "Chords";

    /// <summary>Name of the track of the bass.</summary>
    public const string BassTrack = "Bass";

    /// <summary>Name of the track of the drums.</summary>
    public const string DrumTrack = "Drums";

    /// <summary>Resolution of the files that are written.</summary>
    public const short TicksPerQuarter = 480;

    /// <summary>Makes the file of a solo.</summary>
    /// <remarks>
    /// The melody plays on channel 1, the chords on channel 2, the bass on 3 and the drums on 10, as players count them. Where a pitch is struck again before
    /// it ends, which one channel cannot say, the second plays on a spare channel of the same program: the file opens again
    /// with the very same notes.
    /// </remarks>
    /// <param name="solo">The solo; no time is negative.</param>
    /// <param name="title">The name of the piece, kept in the first track.</param>
    /// <returns>The file.</returns>
    /// <exception cref="MusicException">Tempo or measure have no place in a MIDI file, or too many notes of one pitch overlap.</exception>
    public static MidiFile ToMidi(Solo solo, string title = "Solo") => new SoloMidiWriter(solo, title).Make();

    /// <summary>Reads a solo from a file of <see cref="ToMidi"/>, or makes the best of any other.</summary>
    /// <remarks>
    /// Of another file the melody is the part that lies highest and the rest are chords, drums aside; in a file of one part, three notes or
    /// more that start together are a chord. Times are rounded to twelfths of a beat, and tempo and meter
    /// are those at the start: this is for drawing. <see cref="Performance.Of(MidiFile)"/> keeps the true timing.
    /// </remarks>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name, for an error.</param>
    /// <returns>The solo.</returns>
    /// <exception cref="MusicException">The file has no notes.</exception>
    public static Solo FromMidi(MidiFile file, string name) => new SoloMidiReader(file, name).Read();

    /// <summary>Writes the file of a solo, whole or not at all.</summary>
    /// <param name="solo">The solo.</param>
    /// <param name="path">Where to.</param>
    /// <exception cref="MusicException">As <see cref="ToMidi"/>, or the file can't be written.</exception>
    public static void Write(Solo solo, string path)
    {
        var file = ToMidi(solo, Path.GetFileNameWithoutExtension(path));
        var settings = new WritingSettings { TextEncoding = Encoding.UTF8 };
        AtomicFile.Write(path, stream => file.Write(stream, settings: settings));
    }
}
