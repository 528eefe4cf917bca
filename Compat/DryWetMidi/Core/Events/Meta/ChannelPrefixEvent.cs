namespace Melanchall.DryWetMidi.Core;

/// <summary>The channel that the meta events after it belong to.</summary>
public sealed class ChannelPrefixEvent : MetaEvent
{
    /// <summary>Channel 0.</summary>
    public ChannelPrefixEvent()
        : base(MidiEventType.ChannelPrefix)
    {
    }

    /// <summary>A channel.</summary>
    /// <param name="channel">The channel; a damaged file may have more than 15.</param>
    public ChannelPrefixEvent(byte channel)
        : this() => Channel = channel;

    /// <summary>The channel.</summary>
    public byte Channel { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"Channel Prefix ({Channel})";

    internal override void ReadContent(MidiReader reader, long size, ReadingSettings settings) => Channel = reader.ReadByte();

    internal override byte[] GetContent(WritingSettings settings) => [Channel];

    private protected override MidiEvent CloneEvent() => new ChannelPrefixEvent(Channel);
}
