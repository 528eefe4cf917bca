namespace Melanchall.DryWetMidi.Core;

/// <summary>A further part of a system exclusive message, or bytes to be sent as they are.</summary>
public sealed class EscapeSysExEvent : SysExEvent
{
    private const byte StatusByte = 0xF7;

    /// <summary>An event without data.</summary>
    public EscapeSysExEvent()
        : base(MidiEventType.EscapeSysEx, StatusByte)
    {
    }

    /// <summary>An event with its bytes.</summary>
    /// <param name="data">The bytes, without the first 0xF7.</param>
    /// <exception cref="ArgumentException">The first byte is 0xF7.</exception>
    public EscapeSysExEvent(byte[] data)
        : this() => Data = Checked(data, StatusByte);

    /// <inheritdoc/>
    public override string ToString() => "Escape SysEx";

    private protected override MidiEvent CloneEvent() => new EscapeSysExEvent { Data = (byte[]?)Data?.Clone() };
}
