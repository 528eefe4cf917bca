using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A note begins, or ends where the velocity is 0.</summary>
public sealed class NoteOnEvent : NoteEvent
{
    /// <summary>Note 0 with velocity 0.</summary>
    public NoteOnEvent()
        : base(MidiEventType.NoteOn)
    {
    }

    /// <summary>A note with a velocity, on channel 0.</summary>
    /// <param name="noteNumber">The key.</param>
    /// <param name="velocity">How fast it is struck.</param>
    public NoteOnEvent(SevenBitNumber noteNumber, SevenBitNumber velocity)
        : this()
    {
        NoteNumber = noteNumber;
        Velocity = velocity;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Note On [{Channel}] ({NoteNumber}, {Velocity})";

    private protected override ChannelEvent New() => new NoteOnEvent();
}
