using System.Collections;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A file's chunks in their order, without the header.</summary>
public sealed class ChunksCollection : ICollection<MidiChunk>
{
    private readonly List<MidiChunk> _chunks = [];

    /// <summary>The chunk at a place.</summary>
    /// <param name="index">The place, from 0.</param>
    public MidiChunk this[int index]
    {
        get => _chunks[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _chunks[index] = value;
        }
    }

    /// <inheritdoc/>
    public int Count => _chunks.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public void Add(MidiChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        _chunks.Add(chunk);
    }

    /// <summary>Adds chunks at the end; nulls are left out.</summary>
    /// <param name="chunks">The chunks.</param>
    public void AddRange(IEnumerable<MidiChunk> chunks)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        _chunks.AddRange(chunks.Where(c => c is not null));
    }

    /// <summary>Puts a chunk before the one at a place.</summary>
    /// <param name="index">The place, from 0, of a chunk that is there.</param>
    /// <param name="chunk">The chunk.</param>
    public void Insert(int index, MidiChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _chunks.Count);
        _chunks.Insert(index, chunk);
    }

    /// <inheritdoc/>
    public bool Remove(MidiChunk chunk) => _chunks.Remove(chunk);

    /// <summary>Removes the chunk at a place.</summary>
    /// <param name="index">The place, from 0.</param>
    public void RemoveAt(int index) => _chunks.RemoveAt(index);

    /// <summary>Removes chunks that meet a condition.</summary>
    /// <param name="match">The condition.</param>
    /// <returns>How many were removed.</returns>
    public int RemoveAll(Predicate<MidiChunk> match) => _chunks.RemoveAll(match);

    /// <summary>The place of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <returns>The place, or −1.</returns>
    public int IndexOf(MidiChunk chunk) => _chunks.IndexOf(chunk);

    /// <inheritdoc/>
    public void Clear() => _chunks.Clear();

    /// <inheritdoc/>
    public bool Contains(MidiChunk item) => _chunks.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(MidiChunk[] array, int arrayIndex) => _chunks.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<MidiChunk> GetEnumerator() => _chunks.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
