namespace Melanchall.DryWetMidi.Interaction;

/// <summary>How chords are found among notes.</summary>
public sealed class ChordDetectionSettings
{
    private int _notesMinCount = 1;
    private long _notesTolerance;

    /// <summary>How many notes a chord has at least; 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int NotesMinCount
    {
        get => _notesMinCount;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _notesMinCount = value;
        }
    }

    /// <summary>How many ticks after a chord's first note the others may begin; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long NotesTolerance
    {
        get => _notesTolerance;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _notesTolerance = value;
        }
    }
}
