using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Reads a tune, a melody and chords by measure, from a MIDI file.</summary>
public static class TuneReader
{
    /// <summary>Reads a tune.</summary>
    /// <remarks>
    /// <see cref="ReadingKind.Auto"/> takes the parts named Melody and Chords if there are such; else the deepjazz reading if the file
    /// has notes and chords where that looks for them; else the parts that look most like a melody and like chords.
    /// </remarks>
    /// <param name="file">The file.</param>
    /// <param name="name">The name to print, here and in errors.</param>
    /// <param name="options">How its melody and chords are found, and whether gaps become rests.</param>
    /// <returns>The tune; it has at least one note and one chord.</returns>
    /// <exception cref="MusicException">There is no melody over chords in the file, or not where the reading looks for them.</exception>
    public static Tune Read(MidiFile file, string name, ReadingOptions options)
    {
        try
        {
            var parts = MidiPart.Of(file);
            if (parts.Count == 0) throw new MusicException("it has no notes; name a file with a melody and chords");
            var opening = Opening.Of(file, parts.Min(part => part.Notes[0].On));

            var music = options.Reading == ReadingKind.DeepJazz
                ? DeepJazz(parts, opening, options.Rests)
                : Auto(parts, opening, options.Rests);
            Part[] described = [.. parts.Select(part => part.Describe(music.RoleOf(part)))];
            return new Tune(name, music.Measures, music.MeasureLength, opening.BeatsPerMinute, described)
            {
                Reading = music.Description,
                MeasuresInFile = MeasuresOf(parts, opening, music.MeasureLength),
            };
        }
        catch (MusicException error)
        {
            throw new MusicException($"'{name}' can't be read as a tune: {error.Message}", error);
        }
    }

    private static int MeasuresOf(IReadOnlyList<MidiPart> parts, Opening opening, Beats measureLength)
    {
        var last = parts.Max(part => part.Notes.Max(note => note.On));
        return (int)((double)last / opening.TicksPerQuarter / measureLength.InQuarters) + 1;
    }

    private static ReadMusic DeepJazz(IReadOnlyList<MidiPart> parts, Opening opening, RestsKind rests) =>
        DeepJazzReading.Read(parts, opening, rests, out var whyNot) ?? throw new MusicException($"{whyNot}; use --reading auto");

    private static ReadMusic Auto(IReadOnlyList<MidiPart> parts, Opening opening, RestsKind rests) =>
        WholeTuneReading.NamedParts(parts) is { } named
            ? WholeTuneReading.Read(named, opening, rests)
            : DeepJazzReading.Read(parts, opening, rests, out _)
                ?? WholeTuneReading.Read(PartChoice.Choose(parts, opening), opening, rests);
}
