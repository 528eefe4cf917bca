using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace GpuJazz.Tests.DryWetMidi;

/// <summary>Numbers of few bits, and values of events, hold only what they can.</summary>
public class NumbersTest
{
    [Fact]
    public void A_number_of_seven_bits_is_0_to_127()
    {
        Assert.Equal(Enumerable.Range(0, 128), SevenBitNumber.Values.Select(v => (int)v));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SevenBitNumber(128));
        Assert.Equal(127, SevenBitNumber.MaxValue);
        Assert.Equal(0, SevenBitNumber.MinValue);
        Assert.Equal("5", new SevenBitNumber(5).ToString());
        Assert.True(new SevenBitNumber(5).CompareTo(new SevenBitNumber(6)) < 0);
    }

    [Fact]
    public void A_number_of_four_bits_is_0_to_15()
    {
        Assert.Equal(Enumerable.Range(0, 16), FourBitNumber.Values.Select(v => (int)v));
        Assert.Throws<ArgumentOutOfRangeException>(() => (FourBitNumber)16);
        Assert.Equal(15, FourBitNumber.MaxValue);
        Assert.Equal(0, FourBitNumber.MinValue);
        Assert.Equal(new FourBitNumber(5), (FourBitNumber)5);
        Assert.NotEqual(new FourBitNumber(5), (FourBitNumber)6);
    }

    [Fact]
    public void Events_refuse_values_that_a_file_cannot_hold()
    {
        Assert.ThrowsAny<ArgumentException>(() => new NoteOnEvent { DeltaTime = -1 });
        Assert.ThrowsAny<ArgumentException>(() => new SetTempoEvent(0));
        Assert.ThrowsAny<ArgumentException>(() => new SetTempoEvent(1 << 24));
        Assert.ThrowsAny<ArgumentException>(() => new PitchBendEvent(1 << 14));
        Assert.ThrowsAny<ArgumentException>(() => new KeySignatureEvent(-8, 0));
        Assert.ThrowsAny<ArgumentException>(() => new KeySignatureEvent(0, 2));
        Assert.ThrowsAny<ArgumentException>(() => new TimeSignatureEvent(4, 3));
        Assert.ThrowsAny<ArgumentException>(() => new SmpteOffsetEvent(SmpteFormat.TwentyFour, 0, 0, 0, 24, 0));
        Assert.ThrowsAny<ArgumentException>(() => new SmpteOffsetEvent((SmpteFormat)26, 0, 0, 0, 0, 0));
        Assert.ThrowsAny<ArgumentException>(() => new TicksPerQuarterNoteTimeDivision(-1));
        Assert.ThrowsAny<ArgumentException>(() => new SmpteTimeDivision((SmpteFormat)26, 4));
    }
}
