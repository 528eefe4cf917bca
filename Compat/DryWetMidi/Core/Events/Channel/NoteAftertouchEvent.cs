using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The pressure on one key changes.</summary>
public sealed class NoteAftertouchEvent : ChannelEvent
{
    /// <summary>Note 0 with pressure 0.</summary>
    public NoteAftertouchEvent()
        : base(MidiEventType.NoteAftertouch)
    {
    }

    /// <summary>A pressure on a key, on channel 0.</summary>
    /// <param name="noteNumber">The key.</param>
    /// <param name="aftertouchValue">The pressure.</param>
    public NoteAftertouchEvent(SevenBitNumber noteNumber, SevenBitNumber aftertouchValue)
        : this()
    {
        NoteNumber = noteNumber;
        AftertouchValue = aftertouchValue;
    }

    /// <summary>The key.</summary>
    public SevenBitNumber NoteNumber
    {
        get => FirstDataByte;
        set => FirstDataByte = value;
    }

    /// <summary>The pressure.</summary>
    public SevenBitNumber AftertouchValue
    {
        get => SecondDataByte;
        set => SecondDataByte = value;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Note Aftertouch [{Channel}] ({NoteNumber}, {AftertouchValue})";

    private protected override ChannelEvent New() => new NoteAftertouchEvent();
}
