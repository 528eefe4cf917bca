namespace Melanchall.DryWetMidi.Core;

/// <summary>The name of the program that a channel takes.</summary>
public sealed class ProgramNameEvent : BaseTextEvent
{
    /// <summary>An event without a text.</summary>
    public ProgramNameEvent()
        : base(MidiEventType.ProgramName)
    {
    }

    /// <summary>An event with its text.</summary>
    /// <param name="programName">The text.</param>
    public ProgramNameEvent(string? programName)
        : base(MidiEventType.ProgramName, programName)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"Program Name ({Text})";

    private protected override MidiEvent CloneEvent() => new ProgramNameEvent(Text);
}
