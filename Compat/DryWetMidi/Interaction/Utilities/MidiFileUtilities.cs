using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Extension methods on files.</summary>
public static class MidiFileUtilities
{
    /// <summary>The time of a file's last event.</summary>
    /// <typeparam name="TTimeSpan">The units: <see cref="MetricTimeSpan"/> or <see cref="MidiTimeSpan"/>.</typeparam>
    /// <param name="midiFile">The file, with a time division.</param>
    /// <returns>The time; zero without events.</returns>
    public static TTimeSpan GetDuration<TTimeSpan>(this MidiFile midiFile)
        where TTimeSpan : class, ITimeSpan
    {
        var end = midiFile.GetTrackChunks().Select(t => t.Events.WithTimes().LastOrDefault().Time).DefaultIfEmpty().Max();
        return TimeConverter.ConvertTo<TTimeSpan>(end, midiFile.GetTempoMap());
    }

    /// <summary>Whether a file has no events.</summary>
    /// <param name="midiFile">The file.</param>
    /// <returns>True for none.</returns>
    public static bool IsEmpty(this MidiFile midiFile) => !midiFile.GetTrackChunks().Any(t => t.Events.Count > 0);
}
