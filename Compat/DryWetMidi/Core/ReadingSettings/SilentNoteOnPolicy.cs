namespace Melanchall.DryWetMidi.Core;

/// <summary>How to read a Note On event of velocity 0.</summary>
public enum SilentNoteOnPolicy : byte
{
    /// <summary>As the Note Off event that it stands for.</summary>
    NoteOff = 0,

    /// <summary>As it is.</summary>
    NoteOn,
}
