using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A note ends.</summary>
public sealed class NoteOffEvent : NoteEvent
{
    /// <summary>Note 0 with velocity 0.</summary>
    public NoteOffEvent()
        : base(MidiEventType.NoteOff)
    {
    }

    /// <summary>A note with a velocity, on channel 0.</summary>
    /// <param name="noteNumber">The key.</param>
    /// <param name="velocity">How fast it is let go.</param>
    public NoteOffEvent(SevenBitNumber noteNumber, SevenBitNumber velocity)
        : this()
    {
        NoteNumber = noteNumber;
        Velocity = velocity;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Note Off [{Channel}] ({NoteNumber}, {Velocity})";

    private protected override ChannelEvent New() => new NoteOffEvent();
}
