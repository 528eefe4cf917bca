namespace Melanchall.DryWetMidi.Core;

/// <summary>Data for one maker's sequencer.</summary>
public sealed class SequencerSpecificEvent : MetaEvent
{
    /// <summary>An event without data.</summary>
    public SequencerSpecificEvent()
        : base(MidiEventType.SequencerSpecific)
    {
    }

    /// <summary>An event with its data.</summary>
    /// <param name="data">The bytes.</param>
    public SequencerSpecificEvent(byte[] data)
        : this() => Data = data;

    /// <summary>The bytes.</summary>
    public byte[]? Data { get; set; }

    /// <inheritdoc/>
    public override string ToString() => "Sequencer Specific";

    internal override void ReadContent(MidiReader reader, long size, ReadingSettings settings) => Data = ReadData(reader, size, settings);

    internal override byte[] GetContent(WritingSettings settings) => Data ?? [];

    private protected override MidiEvent CloneEvent() => new SequencerSpecificEvent { Data = (byte[]?)Data?.Clone() };
}
