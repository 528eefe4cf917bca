namespace Melanchall.DryWetMidi.Core;

/// <summary>A system exclusive message, or its first part.</summary>
public sealed class NormalSysExEvent : SysExEvent
{
    private const byte StatusByte = 0xF0;

    /// <summary>A message without data.</summary>
    public NormalSysExEvent()
        : base(MidiEventType.NormalSysEx, StatusByte)
    {
    }

    /// <summary>A message.</summary>
    /// <param name="data">Its bytes, without the first 0xF0.</param>
    /// <exception cref="ArgumentException">The first byte is 0xF0.</exception>
    public NormalSysExEvent(byte[] data)
        : this() => Data = Checked(data, StatusByte);

    /// <inheritdoc/>
    public override string ToString() => "Normal SysEx";

    private protected override MidiEvent CloneEvent() => new NormalSysExEvent { Data = (byte[]?)Data?.Clone() };
}
