using System.ComponentModel;
using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The SMPTE time at which a track begins.</summary>
public sealed class SmpteOffsetEvent : MetaEvent
{
    /// <summary>23.</summary>
    public const byte MaxHours = 23;

    /// <summary>59.</summary>
    public const byte MaxMinutes = 59;

    /// <summary>59.</summary>
    public const byte MaxSeconds = 59;

    /// <summary>99.</summary>
    public const byte MaxSubFrames = 99;

    // In the order of the two bits that stand for them.
    private static readonly SmpteFormat[] Formats =
        [SmpteFormat.TwentyFour, SmpteFormat.TwentyFive, SmpteFormat.ThirtyDrop, SmpteFormat.Thirty];

    private SmpteFormat _format = SmpteFormat.TwentyFour;
    private byte _hours;
    private byte _minutes;
    private byte _seconds;
    private byte _frames;
    private byte _subFrames;

    /// <summary>Time zero at 24 frames a second.</summary>
    public SmpteOffsetEvent()
        : base(MidiEventType.SmpteOffset)
    {
    }

    /// <summary>A time.</summary>
    /// <param name="format">Frames a second.</param>
    /// <param name="hours">0 to 23.</param>
    /// <param name="minutes">0 to 59.</param>
    /// <param name="seconds">0 to 59.</param>
    /// <param name="frames">0 to one less than the frames a second (0 to 28 for the format with dropped frames).</param>
    /// <param name="subFrames">Hundredths of a frame, 0 to 99.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public SmpteOffsetEvent(SmpteFormat format, byte hours, byte minutes, byte seconds, byte frames, byte subFrames)
        : this() => (Format, Hours, Minutes, Seconds, Frames, SubFrames) = (format, hours, minutes, seconds, frames, subFrames);

    /// <summary>Frames a second.</summary>
    public SmpteFormat Format
    {
        get => _format;
        set => _format = Enum.IsDefined(value)
            ? value
            : throw new InvalidEnumArgumentException(nameof(value), (int)value, typeof(SmpteFormat));
    }

    /// <summary>Hours, 0 to 23.</summary>
    public byte Hours
    {
        get => _hours;
        set => _hours = AtMost(value, MaxHours);
    }

    /// <summary>Minutes, 0 to 59.</summary>
    public byte Minutes
    {
        get => _minutes;
        set => _minutes = AtMost(value, MaxMinutes);
    }

    /// <summary>Seconds, 0 to 59.</summary>
    public byte Seconds
    {
        get => _seconds;
        set => _seconds = AtMost(value, MaxSeconds);
    }

    /// <summary>Frames, fewer than a second has.</summary>
    public byte Frames
    {
        get => _frames;
        set => _frames = AtMost(value, MaxFrames);
    }

    /// <summary>Hundredths of a frame, 0 to 99.</summary>
    public byte SubFrames
    {
        get => _subFrames;
        set => _subFrames = AtMost(value, MaxSubFrames);
    }

    private byte MaxFrames => (byte)((byte)_format - 1);

    /// <inheritdoc/>
    public override string ToString() => $"SMPTE Offset ({Format}, {Hours}:{Minutes}:{Seconds}:{Frames}:{SubFrames})";

    internal override void ReadContent(MidiReader reader, long size, ReadingSettings settings)
    {
        var formatAndHours = reader.ReadByte();
        _format = Formats[(formatAndHours >> 5) & 3];
        _hours = (byte)Checked(formatAndHours & 0x1F, nameof(Hours), 0, MaxHours, settings);
        _minutes = (byte)Checked(reader.ReadByte(), nameof(Minutes), 0, MaxMinutes, settings);
        _seconds = (byte)Checked(reader.ReadByte(), nameof(Seconds), 0, MaxSeconds, settings);
        _frames = (byte)Checked(reader.ReadByte(), nameof(Frames), 0, MaxFrames, settings);
        _subFrames = (byte)Checked(reader.ReadByte(), nameof(SubFrames), 0, MaxSubFrames, settings);
    }

    internal override byte[] GetContent(WritingSettings settings) =>
        [(byte)((Array.IndexOf(Formats, _format) << 5) | _hours), _minutes, _seconds, _frames, _subFrames];

    private protected override MidiEvent CloneEvent() => new SmpteOffsetEvent(Format, Hours, Minutes, Seconds, Frames, SubFrames);

    private static byte AtMost(byte value, byte max)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max);
        return value;
    }
}
