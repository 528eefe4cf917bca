using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A tempo map to be changed; disposing of it writes the changes into the tracks that it came from.</summary>
public sealed class TempoMapManager : IDisposable
{
    private readonly List<TimedObjectsManager<TimedEvent>> _tracks = [];
    private bool _disposed;

    /// <summary>A new map with 96 ticks in a quarter note.</summary>
    public TempoMapManager()
        : this(new TicksPerQuarterNoteTimeDivision())
    {
    }

    /// <summary>A new map.</summary>
    /// <param name="timeDivision">What a tick is.</param>
    public TempoMapManager(TimeDivision timeDivision) => TempoMap = new TempoMap(timeDivision);

    /// <summary>The map that tracks hold.</summary>
    /// <param name="timeDivision">What a tick is.</param>
    /// <param name="eventsCollections">The tracks' events, at least of one track.</param>
    /// <exception cref="ArgumentException">There are no tracks.</exception>
    public TempoMapManager(TimeDivision timeDivision, IEnumerable<EventsCollection> eventsCollections)
        : this(timeDivision)
    {
        _tracks.AddRange(eventsCollections.Select(e => e.ManageTimedEvents()));
        if (_tracks.Count == 0)
            throw new ArgumentException("There are no tracks to hold the tempo map.", nameof(eventsCollections));
        TempoMap.Collect(_tracks.SelectMany(t => t.Objects).Select(e => (e.Event, e.Time)));
    }

    /// <summary>The map.</summary>
    public TempoMap TempoMap { get; }

    /// <summary>Sets the tempo from a time on to the next change.</summary>
    /// <param name="time">The time in ticks.</param>
    /// <param name="tempo">The tempo.</param>
    public void SetTempo(long time, Tempo tempo) => TempoMap.TempoLine.SetValue(NotNegative(time), tempo);

    /// <summary>Sets the tempo from a time on to the next change.</summary>
    /// <param name="time">The time.</param>
    /// <param name="tempo">The tempo.</param>
    public void SetTempo(ITimeSpan time, Tempo tempo) => SetTempo(TimeConverter.ConvertFrom(time, TempoMap), tempo);

    /// <summary>Sets the time signature from a time on to the next change.</summary>
    /// <param name="time">The time in ticks.</param>
    /// <param name="timeSignature">The time signature.</param>
    public void SetTimeSignature(long time, TimeSignature timeSignature) =>
        TempoMap.TimeSignatureLine.SetValue(NotNegative(time), timeSignature);

    /// <summary>Sets the time signature from a time on to the next change.</summary>
    /// <param name="time">The time.</param>
    /// <param name="timeSignature">The time signature.</param>
    public void SetTimeSignature(ITimeSpan time, TimeSignature timeSignature) =>
        SetTimeSignature(TimeConverter.ConvertFrom(time, TempoMap), timeSignature);

    /// <summary>Takes back the changes of the tempo from a time on.</summary>
    /// <param name="startTime">The time in ticks, included.</param>
    public void ClearTempo(long startTime) => ClearTempo(startTime, long.MaxValue);

    /// <summary>Takes back the changes of the tempo from one time to another.</summary>
    /// <param name="startTime">The one in ticks, included.</param>
    /// <param name="endTime">The other in ticks, included.</param>
    public void ClearTempo(long startTime, long endTime) =>
        TempoMap.TempoLine.DeleteValues(NotNegative(startTime), NotNegative(endTime));

    /// <summary>Takes back the changes of the time signature from a time on.</summary>
    /// <param name="startTime">The time in ticks, included.</param>
    public void ClearTimeSignature(long startTime) => ClearTimeSignature(startTime, long.MaxValue);

    /// <summary>Takes back the changes of the time signature from one time to another.</summary>
    /// <param name="startTime">The one in ticks, included.</param>
    /// <param name="endTime">The other in ticks, included.</param>
    public void ClearTimeSignature(long startTime, long endTime) =>
        TempoMap.TimeSignatureLine.DeleteValues(NotNegative(startTime), NotNegative(endTime));

    /// <summary>Takes back all changes.</summary>
    public void ClearTempoMap()
    {
        ClearTempo(0);
        ClearTimeSignature(0);
    }

    /// <summary>Takes time division and changes of another map.</summary>
    /// <param name="tempoMap">The other map.</param>
    public void ReplaceTempoMap(TempoMap tempoMap)
    {
        TempoMap.TimeDivision = tempoMap.TimeDivision.Clone();
        TempoMap.TempoLine.ReplaceValues(tempoMap.TempoLine);
        TempoMap.TimeSignatureLine.ReplaceValues(tempoMap.TimeSignatureLine);
    }

    /// <summary>Writes the map into the first track, and takes it out of the others; does nothing for a new map.</summary>
    public void SaveChanges()
    {
        if (_tracks.Count == 0)
            return;
        foreach (var track in _tracks)
            track.Objects.RemoveAll(e => e.Event is SetTempoEvent or TimeSignatureEvent);
        _tracks[0].Objects.Add(TempoMap.TempoLine.Select(c => new TimedEvent(ToEvent(c.Value), c.Time)));
        _tracks[0].Objects.Add(TempoMap.TimeSignatureLine.Select(c => new TimedEvent(ToEvent(c.Value), c.Time)));
        _tracks.ForEach(t => t.SaveChanges());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
            SaveChanges();
        _disposed = true;
    }

    private static SetTempoEvent ToEvent(Tempo tempo) => new(tempo.MicrosecondsPerQuarterNote);

    private static TimeSignatureEvent ToEvent(TimeSignature signature) => new((byte)signature.Numerator, (byte)signature.Denominator);

    private static long NotNegative(long time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        return time;
    }
}
