namespace Melanchall.DryWetMidi.Core;

/// <summary>Compares events by what they hold.</summary>
internal static class MidiEventEquality
{
    private static readonly WritingSettings Settings = new();

    /// <summary>The first difference, or null.</summary>
    public static string? Difference(MidiEvent? event1, MidiEvent? event2)
    {
        if (ReferenceEquals(event1, event2))
            return null;
        if (event1 is null || event2 is null)
            return "One of the events is null.";
        if (event1.DeltaTime != event2.DeltaTime)
            return $"The delta-times are {event1.DeltaTime} and {event2.DeltaTime}.";
        if (event1.GetType() != event2.GetType())
            return $"The events are '{event1}' and '{event2}'.";
        return SameContent(event1, event2) ? null : $"The contents differ: '{event1}' and '{event2}'.";
    }

    private static bool SameContent(MidiEvent event1, MidiEvent event2) => (event1, event2) switch
    {
        (ChannelEvent a, ChannelEvent b) =>
            a.Channel == b.Channel && a.FirstDataByte == b.FirstDataByte && a.SecondDataByte == b.SecondDataByte,
        (BaseTextEvent a, BaseTextEvent b) => a.Text == b.Text,
        (SysExEvent a, SysExEvent b) => Same(a.Data, b.Data),
        (SequencerSpecificEvent a, SequencerSpecificEvent b) => Same(a.Data, b.Data),
        (UnknownMetaEvent a, UnknownMetaEvent b) => a.StatusByte == b.StatusByte && Same(a.Data, b.Data),
        (MetaEvent a, MetaEvent b) => Same(a.GetContent(Settings), b.GetContent(Settings)),
        _ => false,
    };

    /// <summary>Whether both are null, or hold the same bytes.</summary>
    internal static bool Same(byte[]? bytes1, byte[]? bytes2) =>
        bytes1 is null == bytes2 is null && bytes1.AsSpan().SequenceEqual(bytes2);
}
