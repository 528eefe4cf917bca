using System.ComponentModel;
using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>A tick is a part of a SMPTE frame.</summary>
public sealed class SmpteTimeDivision : TimeDivision
{
    /// <summary>A frame rate and the number of ticks in a frame.</summary>
    /// <param name="format">Frames a second.</param>
    /// <param name="resolution">Ticks in a frame.</param>
    /// <exception cref="InvalidEnumArgumentException">There is no such frame rate.</exception>
    public SmpteTimeDivision(SmpteFormat format, byte resolution)
    {
        if (!Enum.IsDefined(format))
            throw new InvalidEnumArgumentException(nameof(format), (int)format, typeof(SmpteFormat));
        Format = format;
        Resolution = resolution;
    }

    /// <summary>Frames a second.</summary>
    public SmpteFormat Format { get; }

    /// <summary>Ticks in a frame.</summary>
    public byte Resolution { get; }

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(SmpteTimeDivision? timeDivision1, SmpteTimeDivision? timeDivision2) =>
        timeDivision1?.Format == timeDivision2?.Format && timeDivision1?.Resolution == timeDivision2?.Resolution;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(SmpteTimeDivision? timeDivision1, SmpteTimeDivision? timeDivision2) =>
        !(timeDivision1 == timeDivision2);

    /// <inheritdoc/>
    public override TimeDivision Clone() => new SmpteTimeDivision(Format, Resolution);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SmpteTimeDivision other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Format, Resolution);

    /// <inheritdoc/>
    public override string ToString() => $"{Format} frames / sec, {Resolution} subdivisions / frame";

    internal override short ToInt16() => (short)((-(int)Format << 8) | Resolution);
}
