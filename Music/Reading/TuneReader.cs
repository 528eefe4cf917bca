using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Reads a tune, a melody and chords by measure, from a MIDI file.</summary>
public static class TuneReader
{
    /// <summary>Reads a tune.</summary>
    /// <remarks>
    /// <see cref="ReadingKind.Auto"/> takes the parts named Melody and Chords if there are such; else the deepjazz reading if the file
    /// has notes and chords where that looks for them; else the parts that look most like a melody and like chords. Where no chord starts
    /// in a measure, the last one goes on.
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
            return options.Reading == ReadingKind.DeepJazz ? DeepJazz() : Auto();

            Tune DeepJazz() =>
                DeepJazzReading.Read(parts, opening.TicksPerQuarter, options.Rests, out var whyNot) is { } music
                    ? DeepJazzTune(music)
                    : throw new MusicException($"{whyNot}; use --reading auto");

            Tune Auto()
            {
                if (WholeTuneReading.NamedParts(parts) is { } named) return WholeTune(named);
                if (DeepJazzReading.Read(parts, opening.TicksPerQuarter, options.Rests, out _) is { } music) return DeepJazzTune(music);
                return WholeTune(PartChoice.Choose(parts, opening));
            }

            Tune DeepJazzTune(PartMusic music) =>
                TuneOf(music, DeepJazzReading.Describe(music), DeepJazzReading.Measures(music), DeepJazzReading.MeasureLength);

            Tune WholeTune((MidiPart Melody, MidiPart Chords) chosen)
            {
                var music = PartMusic.Read(chosen.Melody, chosen.Chords, opening.TicksPerQuarter, options.Rests);
                if (music.Changes.Count == 0)
                    throw new MusicException($"no notes sound together in {music.Chords}, so there are no chords; a tune needs chords in a track of their own");
                return TuneOf(
                    music, WholeTuneReading.Describe(music), WholeTuneReading.Measures(music, opening.MeasureLength), opening.MeasureLength);
            }

            Tune TuneOf(PartMusic music, string reading, IReadOnlyList<Measure> measures, Beats measureLength)
            {
                Part[] described = [.. parts.Select(part => part.Describe(
                    part == music.Melody ? PartRole.Melody : part == music.Chords ? PartRole.Chords : PartRole.None))];
                return new Tune(name, measures, measureLength, opening.BeatsPerMinute, described) { Reading = reading };
            }
        }
        catch (MusicException error)
        {
            throw new MusicException($"'{name}' can't be read as a tune: {error.Message}", error);
        }
    }
}
