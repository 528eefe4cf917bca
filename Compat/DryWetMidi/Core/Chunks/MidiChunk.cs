namespace Melanchall.DryWetMidi.Core;

/// <summary>A part of a file: four letters, a length, a content.</summary>
public abstract class MidiChunk
{
    /// <summary>The number of letters that tell a chunk's kind.</summary>
    public const int IdLength = 4;

    private protected MidiChunk(string id) => ChunkId = id;

    /// <summary>The four letters that tell the kind.</summary>
    public string ChunkId { get; }

    /// <summary>Whether two chunks hold the same.</summary>
    /// <param name="chunk1">The one.</param>
    /// <param name="chunk2">The other.</param>
    /// <returns>True if they do.</returns>
    public static bool Equals(MidiChunk? chunk1, MidiChunk? chunk2) => Equals(chunk1, chunk2, out _);

    /// <summary>Whether two chunks hold the same.</summary>
    /// <param name="chunk1">The one.</param>
    /// <param name="chunk2">The other.</param>
    /// <param name="message">The first difference, or null.</param>
    /// <returns>True if they do.</returns>
    public static bool Equals(MidiChunk? chunk1, MidiChunk? chunk2, out string? message)
    {
        message = MidiChunkEquality.Difference(chunk1, chunk2);
        return message is null;
    }

    /// <summary>A copy, content included.</summary>
    /// <returns>An equal chunk.</returns>
    public abstract MidiChunk Clone();

    /// <summary>Reads length and content.</summary>
    internal void Read(MidiReader reader, ReadingSettings settings)
    {
        var size = reader.ReadDword();
        var start = reader.Position;
        ReadContent(reader, settings, size);

        var read = reader.Position - start;
        if (read != size && settings.InvalidChunkSizePolicy == InvalidChunkSizePolicy.Abort)
            throw new InvalidChunkSizeException(ChunkId, size, read);
        reader.Position = start + Math.Max(read, size);
    }

    /// <summary>Writes letters, length and content.</summary>
    internal void Write(MidiWriter writer, WritingSettings settings)
    {
        using var content = new MemoryStream();
        WriteContent(new MidiWriter(content), settings);
        writer.WriteChunkId(ChunkId);
        writer.WriteDword((uint)content.Length);
        writer.WriteBytes(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private protected abstract void ReadContent(MidiReader reader, ReadingSettings settings, uint size);

    private protected abstract void WriteContent(MidiWriter writer, WritingSettings settings);
}
