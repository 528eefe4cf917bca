using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Reads a tune, a melody and chords by measure, from a MIDI file.</summary>
public static class TuneReader
{
    /// <summary>Reads a tune.</summary>
    /// <remarks>
    /// <see cref="ReadingKind.Auto"/> takes the parts named Melody and Chords if there are such; else the deepjazz reading if the file
    /// has notes and chords where that looks for them, and its melody is what is heard as one; else the general reading.
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
            var judged = JudgedParts.Of(parts, opening);
            var (key, correlation) = KeyFinder.Find(PitchClassLengths(parts, opening.TicksPerQuarter));

            var music = Read(file, judged, opening, options, key);
            return new Tune(name, music.Measures, music.MeasureLength, opening.BeatsPerMinute, judged.Describe(music.RoleOf))
            {
                Reading = music.Description,
                Key = key,
                KeyCorrelation = correlation,
                SwingRatio = music.SwingRatio,
                Meters = music.Meters,
                Tempos = music.Tempos,
                PickUp = music.PickUp,
                MeasuresInFile = music.MeasuresInFile ?? MeasuresOf(parts, opening, music.MeasureLength),
            };
        }
        catch (MusicException error)
        {
            throw new MusicException($"'{name}' can't be read as a tune: {error.Message}", error);
        }
    }

    private static ReadMusic Read(MidiFile file, JudgedParts judged, Opening opening, ReadingOptions options, Key key)
    {
        var parts = judged.Parts;
        if (options.Reading == ReadingKind.DeepJazz)
            return DeepJazzReading.Read(parts, opening, options.Rests, out var whyNot) ?? throw new MusicException($"{whyNot}; use --reading auto");

        var isAuto = options is { Reading: ReadingKind.Auto, Melody: null, Chords: null };
        if (isAuto && WholeTuneReading.NamedParts(parts) is { } named) return WholeTuneReading.Read(named, opening, options.Rests);
        var ensemble = Ensemble.Of(judged, options);
        var isDeepJazz = isAuto && ensemble.Melody.Index == DeepJazzReading.MelodyPart;
        return (isDeepJazz ? DeepJazzReading.Read(parts, opening, options.Rests, out _) : null)
            ?? GeneralReading.Read(file, parts, ensemble, opening, options.Rests, key);
    }

    private static int MeasuresOf(IReadOnlyList<MidiPart> parts, Opening opening, Beats measureLength)
    {
        var last = parts.Max(part => part.Notes.Max(note => note.On));
        return (int)((double)last / opening.TicksPerQuarter / measureLength.InQuarters) + 1;
    }

    // In beats; a note that is held counts for one, else a pedal point would outweigh the rest.
    private static double[] PitchClassLengths(IReadOnlyList<MidiPart> parts, int ticksPerQuarter)
    {
        var lengths = new double[12];
        foreach (var note in parts.Where(part => !part.IsDrums).SelectMany(part => part.Notes))
            lengths[note.Pitch % 12] += Math.Min(1, (double)(note.Off - note.On) / ticksPerQuarter);
        return lengths;
    }
}
