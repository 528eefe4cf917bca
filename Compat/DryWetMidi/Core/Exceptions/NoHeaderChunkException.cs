using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>The file has no MThd chunk.</summary>
public sealed class NoHeaderChunkException : MidiException
{
    internal NoHeaderChunkException()
        : base("There is no header chunk (MThd): this isn't a MIDI file.")
    {
    }
}
