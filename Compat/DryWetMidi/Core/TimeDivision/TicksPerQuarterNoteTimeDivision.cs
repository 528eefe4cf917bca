namespace Melanchall.DryWetMidi.Core;

/// <summary>A tick is a part of a quarter note.</summary>
public sealed class TicksPerQuarterNoteTimeDivision : TimeDivision
{
    /// <summary>96.</summary>
    public const short DefaultTicksPerQuarterNote = 96;

    /// <summary>96 ticks in a quarter note.</summary>
    public TicksPerQuarterNoteTimeDivision()
        : this(DefaultTicksPerQuarterNote)
    {
    }

    /// <summary>A number of ticks in a quarter note.</summary>
    /// <param name="ticksPerQuarterNote">The number, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public TicksPerQuarterNoteTimeDivision(short ticksPerQuarterNote)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticksPerQuarterNote);
        TicksPerQuarterNote = ticksPerQuarterNote;
    }

    /// <summary>The number of ticks in a quarter note; a damaged file may have 0.</summary>
    public short TicksPerQuarterNote { get; }

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(TicksPerQuarterNoteTimeDivision? timeDivision1, TicksPerQuarterNoteTimeDivision? timeDivision2) =>
        timeDivision1?.TicksPerQuarterNote == timeDivision2?.TicksPerQuarterNote;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(TicksPerQuarterNoteTimeDivision? timeDivision1, TicksPerQuarterNoteTimeDivision? timeDivision2) =>
        !(timeDivision1 == timeDivision2);

    /// <inheritdoc/>
    public override TimeDivision Clone() => new TicksPerQuarterNoteTimeDivision(TicksPerQuarterNote);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TicksPerQuarterNoteTimeDivision other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => TicksPerQuarterNote;

    /// <inheritdoc/>
    public override string ToString() => $"{TicksPerQuarterNote} ticks/qnote";

    internal override short ToInt16() => TicksPerQuarterNote;
}
