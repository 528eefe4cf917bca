namespace Melanchall.DryWetMidi.Core;

/// <summary>The chunk with the file's format, number of tracks and time division.</summary>
internal sealed class HeaderChunk() : MidiChunk(Id)
{
    public const string Id = "MThd";

    /// <summary>The four letters as a number.</summary>
    public const uint IdNumber = 0x4D546864;

    public ushort FileFormat { get; set; }

    public ushort TracksNumber { get; set; }

    public TimeDivision TimeDivision { get; set; } = new TicksPerQuarterNoteTimeDivision();

    public override MidiChunk Clone() =>
        new HeaderChunk { FileFormat = FileFormat, TracksNumber = TracksNumber, TimeDivision = TimeDivision.Clone() };

    private protected override void ReadContent(MidiReader reader, ReadingSettings settings, uint size)
    {
        FileFormat = reader.ReadWord();
        if (settings.UnknownFileFormatPolicy == UnknownFileFormatPolicy.Abort && !Enum.IsDefined((MidiFileFormat)FileFormat))
            throw new UnknownFileFormatException(FileFormat);
        TracksNumber = reader.ReadWord();
        TimeDivision = TimeDivision.FromInt16((short)reader.ReadWord());
    }

    private protected override void WriteContent(MidiWriter writer, WritingSettings settings)
    {
        writer.WriteWord(FileFormat);
        writer.WriteWord(TracksNumber);
        writer.WriteWord((ushort)TimeDivision.ToInt16());
    }
}
