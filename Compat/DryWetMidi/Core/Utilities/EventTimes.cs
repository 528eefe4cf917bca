namespace Melanchall.DryWetMidi.Core;

/// <summary>Times from delta-times.</summary>
internal static class EventTimes
{
    /// <summary>Events with their times from the begin of the track, in ticks.</summary>
    /// <remarks>A damaged file can have delta-times whose sum is beyond 64 bits; the time then stays at the greatest number.</remarks>
    public static IEnumerable<(MidiEvent Event, long Time)> WithTimes(this IEnumerable<MidiEvent> events)
    {
        var time = 0L;
        foreach (var midiEvent in events)
        {
            time += Math.Min(midiEvent.DeltaTime, long.MaxValue - time);
            yield return (midiEvent, time);
        }
    }
}
