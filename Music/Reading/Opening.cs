using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>What a MIDI file says at its start about time.</summary>
/// <param name="TicksPerQuarter">Ticks in a quarter note, at least 1.</param>
/// <param name="BeatsPerMinute">The tempo at the first note, in quarter notes a minute; 120 if the file has none.</param>
/// <param name="MeasureLength">The length of a measure by the time signature at the first note; four quarters if the file has none.</param>
public sealed record Opening(int TicksPerQuarter, double BeatsPerMinute, Beats MeasureLength)
{
    private const long DefaultMicrosecondsPerQuarter = 500_000;
    private const double MicrosecondsPerMinute = 60_000_000;

    private static readonly Beats fourQuarters = Beats.Quarters(4);

    /// <summary>The opening of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="firstNote">The tick of the first note.</param>
    /// <returns>Its division, tempo and measure.</returns>
    /// <exception cref="MusicException">Its time is divided by SMPTE frames, or not at all.</exception>
    public static Opening Of(MidiFile file, long firstNote)
    {
        if (file.TimeDivision is not TicksPerQuarterNoteTimeDivision division)
            throw new MusicException("its time is counted in SMPTE frames, not in beats; export it with ticks per quarter note");
        if (division.TicksPerQuarterNote < 1)
            throw new MusicException("its header says that a quarter note has no ticks; export it anew");

        var tempo = LastUpTo(firstNote, file.GetTrackChunks(), (SetTempoEvent _) => true)?.MicrosecondsPerQuarterNote ?? 0;
        var signature = LastUpTo(firstNote, file.GetTrackChunks(), (TimeSignatureEvent each) => MeasureOf(each) is not null);
        return new Opening(
            division.TicksPerQuarterNote,
            MicrosecondsPerMinute / (tempo > 0 ? tempo : DefaultMicrosecondsPerQuarter),
            signature is null ? fourQuarters : MeasureOf(signature) ?? fourQuarters);
    }

    // 3/4 is 36 twelfths of a quarter. A measure that is no whole number of them (5/32) can't be told exactly.
    private static Beats? MeasureOf(TimeSignatureEvent signature)
    {
        var (twelfths, rest) = Math.DivRem(signature.Numerator * 4 * Beats.PerQuarter, signature.Denominator);
        return rest == 0 && twelfths > 0 ? new Beats(twelfths) : null;
    }

    private static T? LastUpTo<T>(long tick, IEnumerable<TrackChunk> tracks, Func<T, bool> isWanted)
        where T : MidiEvent
    {
        var (found, foundAt) = ((T?)null, 0L);
        foreach (var track in tracks)
        {
            var time = 0L;
            foreach (var midiEvent in track.Events)
            {
                time += midiEvent.DeltaTime;
                if (time > tick || time < 0) break;
                if (midiEvent is T each && isWanted(each) && time >= foundAt) (found, foundAt) = (each, time);
            }
        }

        return found;
    }
}
