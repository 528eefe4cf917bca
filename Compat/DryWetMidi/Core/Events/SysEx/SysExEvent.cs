namespace Melanchall.DryWetMidi.Core;

/// <summary>System exclusive data.</summary>
public abstract class SysExEvent : MidiEvent
{
    /// <summary>The byte that ends a message: 0xF7.</summary>
    public const byte EndOfEventByte = 0xF7;

    private protected SysExEvent(MidiEventType eventType, byte status)
        : base(eventType) => Status = status;

    /// <summary>Whether the message ends with this event, rather than going on in an escape event.</summary>
    public bool Completed => Data is [.., EndOfEventByte];

    /// <summary>The bytes after the length, without the first 0xF0 or 0xF7 and with the last 0xF7 if there is one.</summary>
    public byte[]? Data { get; set; }

    /// <summary>0xF0 or 0xF7.</summary>
    internal byte Status { get; }

    private protected static byte[] Checked(byte[] data, byte status) => data is [var first, ..] && first == status
        ? throw new ArgumentException($"The first byte, 0x{status:X2}, is written by itself and may not be in the data.", nameof(data))
        : data;
}
