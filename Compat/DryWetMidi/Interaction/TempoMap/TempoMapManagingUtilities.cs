using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Extension methods that get and set tempo maps.</summary>
public static class TempoMapManagingUtilities
{
    /// <summary>The tempo map of a file.</summary>
    /// <param name="file">The file, with a time division.</param>
    /// <returns>The map. A time signature without beats, in a damaged file, is left out.</returns>
    public static TempoMap GetTempoMap(this MidiFile file) => file.GetTrackChunks().GetTempoMap(file.TimeDivision!);

    /// <summary>The tempo map of tracks.</summary>
    /// <param name="trackChunks">The tracks.</param>
    /// <param name="timeDivision">What a tick is.</param>
    /// <returns>The map. A time signature without beats, in a damaged file, is left out.</returns>
    public static TempoMap GetTempoMap(this IEnumerable<TrackChunk> trackChunks, TimeDivision timeDivision)
    {
        var map = new TempoMap(timeDivision);
        map.Collect(trackChunks.SelectMany(t => t.Events.WithTimes()).Where(e => e.Event is SetTempoEvent or TimeSignatureEvent));
        return map;
    }

    /// <summary>A file's tempo map to be changed.</summary>
    /// <param name="file">The file, with a time division and a track.</param>
    /// <returns>What has to be disposed of for the changes to be written.</returns>
    public static TempoMapManager ManageTempoMap(this MidiFile file) => file.GetTrackChunks().ManageTempoMap(file.TimeDivision!);

    /// <summary>The tempo map of tracks to be changed.</summary>
    /// <param name="trackChunks">The tracks, at least one.</param>
    /// <param name="timeDivision">What a tick is.</param>
    /// <returns>What has to be disposed of for the changes to be written.</returns>
    public static TempoMapManager ManageTempoMap(this IEnumerable<TrackChunk> trackChunks, TimeDivision timeDivision) =>
        new(timeDivision, trackChunks.Select(t => t.Events));

    /// <summary>Gives a file another tempo map and its time division; delta-times stay as they are.</summary>
    /// <param name="file">The file; gets a track where it has none and the map has changes.</param>
    /// <param name="tempoMap">The map.</param>
    public static void ReplaceTempoMap(this MidiFile file, TempoMap tempoMap)
    {
        if (!file.GetTrackChunks().Any() && (tempoMap.GetTempoChanges().Any() || tempoMap.GetTimeSignatureChanges().Any()))
            file.Chunks.Add(new TrackChunk());
        file.GetTrackChunks().ReplaceTempoMap(tempoMap);
        file.TimeDivision = tempoMap.TimeDivision.Clone();
    }

    /// <summary>Gives tracks another tempo map, in the first of them; delta-times stay as they are.</summary>
    /// <param name="trackChunks">The tracks.</param>
    /// <param name="tempoMap">The map.</param>
    public static void ReplaceTempoMap(this IEnumerable<TrackChunk> trackChunks, TempoMap tempoMap)
    {
        TrackChunk[] tracks = [.. trackChunks];
        if (tracks.Length == 0)
            return;
        using var manager = tracks.ManageTempoMap(tempoMap.TimeDivision);
        manager.ReplaceTempoMap(tempoMap);
    }

    /// <summary>Takes the changes that events make, in the order of their times.</summary>
    internal static void Collect(this TempoMap map, IEnumerable<(MidiEvent Event, long Time)> events)
    {
        foreach (var (midiEvent, time) in events.OrderBy(e => e.Time))
        {
            if (midiEvent is SetTempoEvent tempo)
                map.TempoLine.SetValue(time, new Tempo(tempo.MicrosecondsPerQuarterNote));
            else if (midiEvent is TimeSignatureEvent { Numerator: > 0 } signature)
                map.TimeSignatureLine.SetValue(time, new TimeSignature(signature.Numerator, signature.Denominator));
        }
    }
}
