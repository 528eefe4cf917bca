namespace Melanchall.DryWetMidi.Core;

/// <summary>The name of the device or port that a track is sent to.</summary>
public sealed class DeviceNameEvent : BaseTextEvent
{
    /// <summary>An event without a text.</summary>
    public DeviceNameEvent()
        : base(MidiEventType.DeviceName)
    {
    }

    /// <summary>An event with its text.</summary>
    /// <param name="deviceName">The text.</param>
    public DeviceNameEvent(string? deviceName)
        : base(MidiEventType.DeviceName, deviceName)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"Device Name ({Text})";

    private protected override MidiEvent CloneEvent() => new DeviceNameEvent(Text);
}
