namespace Melanchall.DryWetMidi.Core;

/// <summary>The port that the events after it are sent to.</summary>
public sealed class PortPrefixEvent : MetaEvent
{
    /// <summary>Port 0.</summary>
    public PortPrefixEvent()
        : base(MidiEventType.PortPrefix)
    {
    }

    /// <summary>A port.</summary>
    /// <param name="port">The port.</param>
    public PortPrefixEvent(byte port)
        : this() => Port = port;

    /// <summary>The port.</summary>
    public byte Port { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"Port Prefix ({Port})";

    internal override void ReadContent(MidiReader reader, long size, ReadingSettings settings)
    {
        if (size >= 1)
            Port = reader.ReadByte();
    }

    internal override byte[] GetContent(WritingSettings settings) => [Port];

    private protected override MidiEvent CloneEvent() => new PortPrefixEvent(Port);
}
