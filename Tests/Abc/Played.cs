using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Abc;

/// <summary>What a tune in ABC notation sounds like, as numbers that a test can be written with.</summary>
internal static class Played
{
    /// <summary>A header in C, 4/4, of eighths; music follows.</summary>
    public const string Header = "X:1\nT:Test\nM:4/4\nL:1/8\nK:C\n";

    public static MidiFile File(string text) => AbcReader.Read(new StringReader(text), "test.abc");

    /// <summary>The melody: start and length in ticks (480 a quarter), and pitch.</summary>
    public static List<(long Start, long Length, int Pitch)> Melody(string music) => Notes(File(Header + music), "Melody");

    /// <summary>The melody's pitches alone.</summary>
    public static List<int> Pitches(string music) => [.. Melody(music).Select(note => note.Pitch)];

    /// <summary>The melody's lengths alone, in ticks.</summary>
    public static List<long> Lengths(string music) => [.. Melody(music).Select(note => note.Length)];

    /// <summary>The chords: start and length in ticks, and pitches from the lowest.</summary>
    public static List<(long Start, long Length, List<int> Pitches)> Chords(string music) => Chords(File(Header + music));

    public static List<(long Start, long Length, List<int> Pitches)> Chords(MidiFile file) =>
        [.. Notes(file, "Chords").GroupBy(note => (note.Start, note.Length))
            .Select(group => (group.Key.Start, group.Key.Length, group.Select(note => note.Pitch).ToList()))];

    public static List<(long Start, long Length, int Pitch)> Notes(MidiFile file, string track)
    {
        var chunk = file.GetTrackChunks().Single(chunk => chunk.Events.OfType<SequenceTrackNameEvent>().First().Text == track);
        var notes = new List<(long Start, long Length, int Pitch)>();
        var begun = new Dictionary<int, long>();
        var now = 0L;
        foreach (var midiEvent in chunk.Events)
        {
            now += midiEvent.DeltaTime;
            if (midiEvent is NoteOnEvent on) begun.Add(on.NoteNumber, now);
            if (midiEvent is NoteOffEvent off &&
                begun.Remove(off.NoteNumber, out var start))
                notes.Add((start, now - start, off.NoteNumber));
        }

        Assert.Empty(begun);
        return [.. notes.OrderBy(note => note.Start).ThenBy(note => note.Pitch)];
    }

    /// <summary>The line of the error that a tune gives.</summary>
    public static string Error(string text) => Assert.Throws<MusicException>(() => File(text)).Message;
}
