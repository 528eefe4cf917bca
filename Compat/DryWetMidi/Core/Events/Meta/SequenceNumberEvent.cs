namespace Melanchall.DryWetMidi.Core;

/// <summary>The number of a track's sequence, for files of format 2.</summary>
public sealed class SequenceNumberEvent : MetaEvent
{
    /// <summary>Number 0.</summary>
    public SequenceNumberEvent()
        : base(MidiEventType.SequenceNumber)
    {
    }

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public SequenceNumberEvent(ushort number)
        : this() => Number = number;

    /// <summary>The number.</summary>
    public ushort Number { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"Sequence Number ({Number})";

    internal override void ReadContent(MidiReader reader, long size, ReadingSettings settings)
    {
        // In format 2 the number may be left out; the track's place in the file then stands for it.
        if (size >= 2)
            Number = reader.ReadWord();
    }

    internal override byte[] GetContent(WritingSettings settings) => [(byte)(Number >> 8), (byte)Number];

    private protected override MidiEvent CloneEvent() => new SequenceNumberEvent(Number);
}
