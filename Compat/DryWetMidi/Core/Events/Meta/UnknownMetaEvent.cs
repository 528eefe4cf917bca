namespace Melanchall.DryWetMidi.Core;

/// <summary>A meta event of another kind; reading makes it, and writing gives its bytes back.</summary>
public sealed class UnknownMetaEvent : MetaEvent
{
    internal UnknownMetaEvent(byte statusByte)
        : base(MidiEventType.UnknownMeta) => StatusByte = statusByte;

    /// <summary>The byte after 0xFF, which tells the kind.</summary>
    public byte StatusByte { get; }

    /// <summary>The bytes after the length.</summary>
    public byte[]? Data { get; private set; }

    /// <inheritdoc/>
    public override string ToString() => $"Unknown meta event ({StatusByte})";

    internal override void ReadContent(MidiReader reader, long size, ReadingSettings settings) => Data = ReadData(reader, size, settings);

    internal override byte[] GetContent(WritingSettings settings) => Data ?? [];

    private protected override MidiEvent CloneEvent() => new UnknownMetaEvent(StatusByte) { Data = (byte[]?)Data?.Clone() };
}
