namespace Melanchall.DryWetMidi.Core;

/// <summary>A chunk of another kind; reading makes it, and writing gives its bytes back.</summary>
public sealed class UnknownChunk : MidiChunk
{
    internal UnknownChunk(string id)
        : base(id)
    {
    }

    /// <summary>The content.</summary>
    public byte[]? Data { get; private set; }

    /// <inheritdoc/>
    public override MidiChunk Clone() => new UnknownChunk(ChunkId) { Data = (byte[]?)Data?.Clone() };

    /// <inheritdoc/>
    public override string ToString() => $"Unknown chunk ({ChunkId})";

    private protected override void ReadContent(MidiReader reader, ReadingSettings settings, uint size) =>
        Data = size == 0
            ? settings.ZeroLengthDataPolicy == ZeroLengthDataPolicy.ReadAsNull ? null : []
            : reader.ReadData(size, settings.NotEnoughBytesPolicy);

    private protected override void WriteContent(MidiWriter writer, WritingSettings settings) => writer.WriteBytes(Data);
}
