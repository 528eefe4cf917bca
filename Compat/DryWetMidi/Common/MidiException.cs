namespace Melanchall.DryWetMidi.Common;

/// <summary>The base of every error that MIDI data can cause.</summary>
public abstract class MidiException : Exception
{
    internal MidiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
