using System.Text;

namespace Melanchall.DryWetMidi.Core;

/// <summary>How a file is written.</summary>
public class WritingSettings
{
    /// <summary>Whether a channel event leaves out a status byte equal to that of the event before it.</summary>
    public bool UseRunningStatus { get; set; }

    /// <summary>Whether Note Off events are written as Note On events of velocity 0.</summary>
    public bool NoteOffAsSilentNoteOn { get; set; }

    /// <summary>Whether time signatures of 4/4 before any other are left out.</summary>
    public bool DeleteDefaultTimeSignature { get; set; }

    /// <summary>Whether key signatures of C major before any other are left out.</summary>
    public bool DeleteDefaultKeySignature { get; set; }

    /// <summary>Whether tempos of 120 quarter notes a minute before any other are left out.</summary>
    public bool DeleteDefaultSetTempo { get; set; }

    /// <summary>Whether unknown meta events are left out.</summary>
    public bool DeleteUnknownMetaEvents { get; set; }

    /// <summary>Whether unknown chunks are left out.</summary>
    public bool DeleteUnknownChunks { get; set; }

    /// <summary>Whether the header is written.</summary>
    public bool WriteHeaderChunk { get; set; } = true;

    /// <summary>The encoding of texts; ASCII by default.</summary>
    public Encoding? TextEncoding { get; set; } = SmfConstants.DefaultTextEncoding;
}
