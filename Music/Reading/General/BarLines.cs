using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Music;

/// <summary>One measure of a file, in time.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Length">How long it lasts; shorter than its meter says where that changes, or before the first full measure.</param>
/// <param name="Meter">The time signature.</param>
internal readonly record struct Bar(int Number, Beats Start, Beats Length, (int Beats, int Unit) Meter)
{
    /// <summary>The next measure's start.</summary>
    public Beats End => Start + Length;
}

/// <summary>The measures of a file by its time signatures, however often they change.</summary>
internal static class BarLines
{
    /// <summary>The longest music that is taken for a tune, in beats: seven hours at 120 beats a minute.</summary>
    public const int MaximumBeats = 50_000;

    private const int MaximumBars = 20_000;

    /// <summary>The time signatures of a file, by their start; 4/4 from the start where it has none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat.</param>
    /// <returns>At least one, the first at zero; one that repeats the signature before it is left out.</returns>
    public static IReadOnlyList<(Beats Start, int Beats, int Unit)> Signatures(MidiFile file, int ticksPerQuarter)
    {
        List<(Beats Start, int Beats, int Unit)> signatures = [(Beats.Zero, 4, 4)];
        foreach (var (tick, signature) in EventsOf<TimeSignatureEvent>(file).OrderBy(each => each.Tick))
        {
            if (Length(signature.Numerator, signature.Denominator) is null || tick > (long)MaximumBeats * ticksPerQuarter) continue;
            var start = new Beats((int)Math.Round((double)tick / ticksPerQuarter * Beats.PerQuarter));
            if (signatures[^1].Start == start) signatures.RemoveAt(signatures.Count - 1);
            if (signatures.Count == 0 || signatures[^1].Beats != signature.Numerator || signatures[^1].Unit != signature.Denominator)
                signatures.Add((start, signature.Numerator, signature.Denominator));
        }

        return signatures;
    }

    /// <summary>The measures up to a time.</summary>
    /// <param name="signatures">The time signatures.</param>
    /// <param name="shift">How long before the first full measure the file begins; that is a measure of its own.</param>
    /// <param name="end">The time that the last measure has in it.</param>
    /// <exception cref="MusicException">There are more measures than any tune has.</exception>
    public static IReadOnlyList<Bar> Of(IReadOnlyList<(Beats Start, int Beats, int Unit)> signatures, Beats shift, Beats end)
    {
        if (end > Beats.Quarters(MaximumBeats))
            throw new MusicException($"a note starts after more than {MaximumBeats} beats; cut the tune out of it");
        List<Bar> bars = [];
        var start = Beats.Zero;
        for (var i = 0; i < signatures.Count; i++)
        {
            var (_, beats, unit) = signatures[i];
            var length = Length(beats, unit)!.Value;
            Beats? next = i + 1 < signatures.Count ? signatures[i + 1].Start : null;
            while (start <= end && (next is null || start < next))
            {
                var full = bars.Count == 0 && shift > Beats.Zero ? shift : length;
                var here = next is { } change && change < start + full ? change - start : full;
                bars.Add(new Bar(bars.Count, start, here, (beats, unit)));
                start += here;
                if (bars.Count > MaximumBars) throw new MusicException($"it has more than {MaximumBars} measures; cut the tune out of it");
            }
        }

        return bars;
    }

    /// <summary>The tempos of a file, each by the measure that it begins in; one that repeats the tempo before it is left out.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ticksPerQuarter">Ticks in a beat.</param>
    /// <param name="bars">The measures.</param>
    public static IReadOnlyList<TempoChange> Tempos(MidiFile file, int ticksPerQuarter, IReadOnlyList<Bar> bars)
    {
        List<TempoChange> tempos = [];
        foreach (var (tick, tempo) in EventsOf<SetTempoEvent>(file).OrderBy(each => each.Tick))
        {
            var time = (double)tick / ticksPerQuarter * Beats.PerQuarter;
            if (tempo.MicrosecondsPerQuarterNote < 1 || time >= bars[^1].End.Twelfths) continue;
            var change = new TempoChange(IndexAt(bars, new Beats((int)time)), Math.Round(60_000_000.0 / tempo.MicrosecondsPerQuarterNote, 2));
            if (tempos.Count > 0 && tempos[^1].Measure == change.Measure) tempos.RemoveAt(tempos.Count - 1);
            if (tempos.Count == 0 || tempos[^1].BeatsPerMinute != change.BeatsPerMinute) tempos.Add(change);
        }

        return tempos;
    }

    /// <summary>The measure that a time lies in; the last for a time after it.</summary>
    /// <param name="bars">The measures.</param>
    /// <param name="time">The time, not negative.</param>
    public static int IndexAt(IReadOnlyList<Bar> bars, Beats time)
    {
        int first = 0, last = bars.Count - 1;
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            if (bars[middle].Start <= time) first = middle;
            else last = middle - 1;
        }

        return first;
    }

    /// <summary>The length of a measure; null if it is no whole number of twelfths of a quarter.</summary>
    private static Beats? Length(int beats, int unit)
    {
        if (unit == 0) return null;
        var (twelfths, rest) = Math.DivRem(beats * 4 * Beats.PerQuarter, unit);
        return rest == 0 && twelfths > 0 ? new Beats(twelfths) : null;
    }

    private static IEnumerable<(long Tick, T Event)> EventsOf<T>(MidiFile file)
        where T : MidiEvent
    {
        foreach (var track in file.GetTrackChunks())
        {
            var time = 0L;
            foreach (var midiEvent in track.Events)
            {
                time += midiEvent.DeltaTime;
                if (time < 0) break;
                if (midiEvent is T each) yield return (time, each);
            }
        }
    }
}
