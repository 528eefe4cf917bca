namespace Melanchall.DryWetMidi.Core;

/// <summary>What a tick is: a part of a quarter note, or a part of a SMPTE frame.</summary>
public abstract class TimeDivision
{
    private protected TimeDivision()
    {
    }

    /// <summary>A copy.</summary>
    /// <returns>An equal time division.</returns>
    public abstract TimeDivision Clone();

    /// <summary>The header's last two bytes.</summary>
    internal abstract short ToInt16();

    /// <summary>The time division that the header's last two bytes stand for.</summary>
    internal static TimeDivision FromInt16(short division)
    {
        if (division >= 0)
            return new TicksPerQuarterNoteTimeDivision(division);

        var framesPerSecond = -(sbyte)(division >> 8);
        return Enum.IsDefined((Common.SmpteFormat)framesPerSecond)
            ? new SmpteTimeDivision((Common.SmpteFormat)framesPerSecond, (byte)division)
            : throw new InvalidTimeDivisionException(framesPerSecond);
    }
}
