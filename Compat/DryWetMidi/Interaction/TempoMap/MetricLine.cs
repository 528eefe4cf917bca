using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Ticks to microseconds and back: a line of straight pieces, one for each tempo.</summary>
internal sealed class MetricLine
{
    private readonly List<Piece> _pieces = [];

    /// <summary>Adds up the tempos.</summary>
    /// <exception cref="ArgumentException">A tick is no part of a quarter note.</exception>
    public MetricLine(TimeDivision timeDivision, IEnumerable<ValueChange<Tempo>> tempoChanges)
    {
        if (timeDivision is not TicksPerQuarterNoteTimeDivision { TicksPerQuarterNote: var ticksPerQuarterNote })
            throw new ArgumentException($"Times can't be converted with a time division of '{timeDivision}'.", nameof(timeDivision));

        var piece = new Piece(0, 0, MicrosecondsPerTick(Tempo.Default));
        foreach (var change in tempoChanges)
        {
            _pieces.Add(piece);
            piece = new Piece(change.Time, piece.MicrosecondsAt(change.Time), MicrosecondsPerTick(change.Value));
        }

        _pieces.Add(piece);

        double MicrosecondsPerTick(Tempo tempo) => tempo.MicrosecondsPerQuarterNote / (double)ticksPerQuarterNote;
    }

    /// <summary>The time in microseconds, rounded half away from zero.</summary>
    /// <exception cref="InvalidOperationException">The time is too great, or a quarter note has no ticks.</exception>
    public long ToMicroseconds(long ticks)
    {
        if (ticks == 0)
            return 0;
        var microseconds = LastPiece(p => p.Ticks < ticks).MicrosecondsAt(ticks);
        return microseconds <= MetricTimeSpan.MaxTotalMicroseconds
            ? Rounding.ToLong(microseconds)
            : throw new InvalidOperationException($"The time of {ticks} ticks is too long to be given in microseconds.");
    }

    /// <summary>The time in ticks, rounded half away from zero.</summary>
    public long ToTicks(long microseconds)
    {
        if (microseconds == 0)
            return 0;
        var piece = LastPiece(p => p.Microseconds < microseconds);
        return Rounding.ToLong(piece.Ticks + ((microseconds - piece.Microseconds) / piece.MicrosecondsPerTick));
    }

    /// <summary>The last piece that begins before something; the first one does.</summary>
    private Piece LastPiece(Func<Piece, bool> isBefore)
    {
        int low = 0, high = _pieces.Count;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (isBefore(_pieces[middle]))
                low = middle;
            else
                high = middle;
        }

        return _pieces[low];
    }

    private readonly record struct Piece(long Ticks, double Microseconds, double MicrosecondsPerTick)
    {
        public double MicrosecondsAt(long ticks) => Microseconds + ((ticks - Ticks) * MicrosecondsPerTick);
    }
}
