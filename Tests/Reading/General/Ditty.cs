using GpuJazz.Music;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.Reading.General;

/// <summary>Small tunes, written part by part in beats, for the general reading.</summary>
internal sealed class Ditty
{
    public const int Beat = 480;

    private readonly MidiBuilder builder = new(Beat);

    /// <summary>Begins a part.</summary>
    public Ditty Part(string? name = null)
    {
        builder.Track(name);
        return this;
    }

    /// <summary>A note, in beats.</summary>
    public Ditty Note(int pitch, double start, double length, int channel = 0)
    {
        builder.Note(pitch, Ticks(start), Ticks(start + length), channel);
        return this;
    }

    /// <summary>Notes one after another, each of the same length.</summary>
    public Ditty Line(double start, double length, params int[] pitches)
    {
        for (var i = 0; i < pitches.Length; i++) Note(pitches[i], start + i * length, length);
        return this;
    }

    /// <summary>Notes together.</summary>
    public Ditty Chord(double start, double length, params int[] pitches)
    {
        foreach (var pitch in pitches) Note(pitch, start, length);
        return this;
    }

    /// <summary>An event.</summary>
    public Ditty Event(double time, MidiEvent midiEvent)
    {
        builder.Event(Ticks(time), midiEvent);
        return this;
    }

    /// <summary>The tune as the general reading reads it.</summary>
    public Tune Read(int? melody = null, int? chords = null, RestsKind rests = RestsKind.None) =>
        builder.ToTune(new ReadingOptions(ReadingKind.General, rests) { Melody = melody, Chords = chords });

    /// <summary>The file.</summary>
    public MidiFile ToFile() => builder.ToFile();

    /// <summary>The melody's pitches.</summary>
    public static int[] Pitches(Tune tune) => [.. tune.Measures.SelectMany(measure => measure.Melody).Select(note => note.Pitch!.Value)];

    /// <summary>Each measure's chords by name.</summary>
    public static string[] Chords(Tune tune) =>
        [.. tune.Measures.Select(measure => string.Join(' ', measure.Chords.Select(chord => ChordSymbol.Naming(chord.Pitches))))];

    private static long Ticks(double beats) => (long)Math.Round(beats * Beat);
}
