using System.Text;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Constants of Standard MIDI Files.</summary>
public static class SmfConstants
{
    /// <summary>The encoding of texts when the settings name no other: ASCII.</summary>
    public static Encoding DefaultTextEncoding => Encoding.ASCII;
}
