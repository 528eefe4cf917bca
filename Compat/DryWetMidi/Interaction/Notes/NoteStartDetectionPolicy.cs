namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Which of several Note On events that sound on one key a Note Off event ends.</summary>
public enum NoteStartDetectionPolicy
{
    /// <summary>The first of them.</summary>
    FirstNoteOn = 0,

    /// <summary>The last of them.</summary>
    LastNoteOn,
}
