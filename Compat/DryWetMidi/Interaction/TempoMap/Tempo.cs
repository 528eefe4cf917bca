using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>How long a quarter note lasts.</summary>
public sealed class Tempo
{
    private const int MicrosecondsInMinute = 60_000_000;

    /// <summary>500 000 microseconds: 120 quarter notes a minute.</summary>
    public static readonly Tempo Default = new(SetTempoEvent.DefaultMicrosecondsPerQuarterNote);

    /// <summary>A tempo.</summary>
    /// <param name="microsecondsPerQuarterNote">How long a quarter note lasts, in microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public Tempo(long microsecondsPerQuarterNote)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(microsecondsPerQuarterNote);
        MicrosecondsPerQuarterNote = microsecondsPerQuarterNote;
    }

    /// <summary>How long a quarter note lasts, in microseconds.</summary>
    public long MicrosecondsPerQuarterNote { get; }

    /// <summary>Quarter notes in a minute.</summary>
    public double BeatsPerMinute => (double)MicrosecondsInMinute / MicrosecondsPerQuarterNote;

    /// <summary>A tempo by its quarter notes in a minute.</summary>
    /// <param name="beatsPerMinute">The number.</param>
    /// <returns>The tempo, rounded to whole microseconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number isn't positive.</exception>
    public static Tempo FromBeatsPerMinute(double beatsPerMinute)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(beatsPerMinute);
        return new Tempo(Rounding.ToLong(MicrosecondsInMinute / beatsPerMinute));
    }

    /// <summary>A tempo by the length of a quarter note.</summary>
    /// <param name="millisecondsPerQuarterNote">The length in milliseconds.</param>
    /// <returns>The tempo.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number isn't positive.</exception>
    public static Tempo FromMillisecondsPerQuarterNote(long millisecondsPerQuarterNote) => new(millisecondsPerQuarterNote * 1000);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Tempo? tempo1, Tempo? tempo2) =>
        tempo1?.MicrosecondsPerQuarterNote == tempo2?.MicrosecondsPerQuarterNote;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Tempo? tempo1, Tempo? tempo2) => !(tempo1 == tempo2);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Tempo other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => MicrosecondsPerQuarterNote.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"{MicrosecondsPerQuarterNote} μs/qnote";
}
