using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A note: a Note On event and the Note Off event that ends it.</summary>
public sealed class Note : ILengthedObject
{
    private static readonly string[] Names = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    /// <summary>The velocity of a note made here: 100.</summary>
    public static readonly SevenBitNumber DefaultVelocity = (SevenBitNumber)100;

    /// <summary>The velocity of its end: 0.</summary>
    public static readonly SevenBitNumber DefaultOffVelocity;

    private readonly NoteOnEvent _noteOn;
    private readonly NoteOffEvent _noteOff;

    /// <summary>A note on channel 0.</summary>
    /// <param name="noteNumber">The key.</param>
    /// <param name="length">The length in ticks.</param>
    /// <param name="time">The time in ticks.</param>
    /// <exception cref="ArgumentOutOfRangeException">Length or time is negative.</exception>
    public Note(SevenBitNumber noteNumber, long length, long time)
        : this(
            new TimedEvent(new NoteOnEvent { Velocity = DefaultVelocity }),
            new TimedEvent(new NoteOffEvent { Velocity = DefaultOffVelocity }))
    {
        NoteNumber = noteNumber;
        Length = length;
        Time = time;
    }

    /// <summary>A note on channel 0 at time zero.</summary>
    /// <param name="noteNumber">The key.</param>
    /// <param name="length">The length in ticks.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public Note(SevenBitNumber noteNumber, long length)
        : this(noteNumber, length, 0)
    {
    }

    /// <summary>A note on channel 0 at time zero, of no length.</summary>
    /// <param name="noteNumber">The key.</param>
    public Note(SevenBitNumber noteNumber)
        : this(noteNumber, 0, 0)
    {
    }

    internal Note(TimedEvent noteOn, TimedEvent noteOff)
    {
        TimedNoteOnEvent = noteOn;
        TimedNoteOffEvent = noteOff;
        _noteOn = (NoteOnEvent)noteOn.Event;
        _noteOff = (NoteOffEvent)noteOff.Event;
    }

    /// <inheritdoc/>
    /// <remarks>Setting it moves the whole note.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long Time
    {
        get => TimedNoteOnEvent.Time;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            TimedNoteOffEvent.Time = value + Length;
            TimedNoteOnEvent.Time = value;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long Length
    {
        get => TimedNoteOffEvent.Time - TimedNoteOnEvent.Time;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            TimedNoteOffEvent.Time = TimedNoteOnEvent.Time + value;
        }
    }

    /// <inheritdoc/>
    public long EndTime => TimedNoteOffEvent.Time;

    /// <summary>The key; 60 is middle C.</summary>
    public SevenBitNumber NoteNumber
    {
        get => _noteOn.NoteNumber;
        set => _noteOn.NoteNumber = _noteOff.NoteNumber = value;
    }

    /// <summary>How fast the key is struck.</summary>
    public SevenBitNumber Velocity
    {
        get => _noteOn.Velocity;
        set => _noteOn.Velocity = value;
    }

    /// <summary>How fast the key is let go.</summary>
    public SevenBitNumber OffVelocity
    {
        get => _noteOff.Velocity;
        set => _noteOff.Velocity = value;
    }

    /// <summary>The channel.</summary>
    public FourBitNumber Channel
    {
        get => _noteOn.Channel;
        set => _noteOn.Channel = _noteOff.Channel = value;
    }

    internal TimedEvent TimedNoteOnEvent { get; }

    internal TimedEvent TimedNoteOffEvent { get; }

    /// <summary>A copy of the event that begins the note, with its time.</summary>
    /// <returns>The Note On event.</returns>
    public TimedEvent GetTimedNoteOnEvent() => (TimedEvent)TimedNoteOnEvent.Clone();

    /// <summary>A copy of the event that ends the note, with its time.</summary>
    /// <returns>The Note Off event.</returns>
    public TimedEvent GetTimedNoteOffEvent() => (TimedEvent)TimedNoteOffEvent.Clone();

    /// <inheritdoc/>
    public ITimedObject Clone() => new Note(GetTimedNoteOnEvent(), GetTimedNoteOffEvent());

    /// <summary>The note's name and octave; middle C is C4.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Names[NoteNumber % 12]}{(NoteNumber / 12) - 1}";
}
