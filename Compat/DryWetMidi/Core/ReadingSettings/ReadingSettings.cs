using System.Text;

namespace Melanchall.DryWetMidi.Core;

/// <summary>How a file is read, and what to do with what is wrong in it.</summary>
public class ReadingSettings
{
    /// <summary>Whether to leave out what follows the last track that the header counts.</summary>
    public bool StopReadingOnExpectedTrackChunksCountReached { get; set; }

    /// <summary>When the header counts other than the number of tracks; ignored by default.</summary>
    public UnexpectedTrackChunksCountPolicy UnexpectedTrackChunksCountPolicy { get; set; }

    /// <summary>For tracks beyond the number in the header; read by default.</summary>
    public ExtraTrackChunkPolicy ExtraTrackChunkPolicy { get; set; }

    /// <summary>For chunks of other kinds; kept by default.</summary>
    public UnknownChunkIdPolicy UnknownChunkIdPolicy { get; set; }

    /// <summary>For a track without its end; ignored by default.</summary>
    public MissedEndOfTrackPolicy MissedEndOfTrackPolicy { get; set; }

    /// <summary>For Note On events of velocity 0; read as Note Off by default.</summary>
    public SilentNoteOnPolicy SilentNoteOnPolicy { get; set; }

    /// <summary>When a chunk is longer or shorter than declared; aborts by default.</summary>
    public InvalidChunkSizePolicy InvalidChunkSizePolicy { get; set; }

    /// <summary>For a format other than 0, 1 and 2; ignored by default.</summary>
    public UnknownFileFormatPolicy UnknownFileFormatPolicy { get; set; }

    /// <summary>For a status byte without a meaning; aborts by default.</summary>
    public UnknownChannelEventPolicy UnknownChannelEventPolicy { get; set; }

    /// <summary>For a data byte greater than 127; aborts by default.</summary>
    public InvalidChannelEventParameterValuePolicy InvalidChannelEventParameterValuePolicy { get; set; }

    /// <summary>For a meta event's value out of range; aborts by default.</summary>
    public InvalidMetaEventParameterValuePolicy InvalidMetaEventParameterValuePolicy { get; set; }

    /// <summary>When the data ends too early; aborts by default.</summary>
    public NotEnoughBytesPolicy NotEnoughBytesPolicy { get; set; }

    /// <summary>Without a header chunk; aborts by default.</summary>
    public NoHeaderChunkPolicy NoHeaderChunkPolicy { get; set; }

    /// <summary>For data and texts of length 0; read as empty by default.</summary>
    public ZeroLengthDataPolicy ZeroLengthDataPolicy { get; set; }

    /// <summary>For End Of Track events; left out by default.</summary>
    public EndOfTrackStoringPolicy EndOfTrackStoringPolicy { get; set; }

    /// <summary>The encoding of texts; ASCII by default.</summary>
    public Encoding? TextEncoding { get; set; } = SmfConstants.DefaultTextEncoding;

    /// <summary>Decodes texts instead of the encoding, when set.</summary>
    public DecodeTextCallback? DecodeTextCallback { get; set; }
}
