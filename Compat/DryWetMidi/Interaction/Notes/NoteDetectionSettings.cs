namespace Melanchall.DryWetMidi.Interaction;

/// <summary>How notes are found among events.</summary>
public sealed class NoteDetectionSettings
{
    /// <summary>Which Note On event a Note Off event ends; the first by default.</summary>
    public NoteStartDetectionPolicy NoteStartDetectionPolicy { get; set; }
}
