using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>Writes the conductor's track of a score: title, composer, and tempo, meter and key wherever they change.</summary>
internal static class MusicXmlConductor
{
    private const double MicrosecondsPerMinute = 60_000_000;
    private const double UsualTempo = 120;

    /// <summary>Makes the track.</summary>
    /// <param name="score">The score.</param>
    /// <param name="performance">How it is played.</param>
    /// <returns>The track.</returns>
    public static TrackChunk Track(MusicXmlScore score, MusicXmlPerformance performance)
    {
        var track = new TrackChunk(new SequenceTrackNameEvent(score.Title));
        if (score.Composer.Length > 0) track.Events.Add(new TextEvent(score.Composer));
        var now = 0L;
        foreach (var (time, midiEvent) in Changes(performance).OrderBy(change => change.Time))
        {
            midiEvent.DeltaTime = time - now;
            now = time;
            track.Events.Add(midiEvent);
        }

        return track;
    }

    private static IEnumerable<(long Time, MidiEvent Event)> Changes(MusicXmlPerformance performance)
    {
        (int Beats, int Unit) meter = default;
        if (!performance.Measures[0].Measure.Tempos.Exists(tempo => tempo.Start == 0)) yield return (0, Tempo(UsualTempo));
        foreach (var placed in performance.Measures)
        {
            // The measure that holds a pick-up begins with the tune.
            var start = placed == performance.Measures[0] ? 0 : placed.Start;
            if (placed.Meter != meter) yield return (start, new TimeSignatureEvent((byte)placed.Meter.Beats, (byte)placed.Meter.Unit));
            meter = placed.Meter;
            if (placed.Measure.Key is { } key) yield return (start, new KeySignatureEvent((sbyte)key.Fifths, (byte)(key.IsMinor ? 1 : 0)));
            foreach (var (offset, quartersPerMinute) in placed.Measure.Tempos) yield return (offset == 0 ? start : placed.Start + offset, Tempo(quartersPerMinute));
        }
    }

    private static SetTempoEvent Tempo(double quartersPerMinute) => new((long)Math.Round(MicrosecondsPerMinute / quartersPerMinute));
}
